package dev.covenant.devstack.cli;

import java.util.Optional;

import dev.covenant.devstack.DevstackException;
import dev.covenant.devstack.Workspace;
import dev.covenant.devstack.stack.ProcessRecords;
import dev.covenant.devstack.stack.StackDirectory;
import dev.covenant.devstack.stack.StackLock;
import dev.covenant.devstack.stack.StackPorts;

/** The one stack of this checkout, as the verbs find it. */
record Local(Workspace workspace, StackDirectory directory) {

    static Local find() {
        var workspace = Workspace.find();
        return new Local(workspace, new StackDirectory(workspace.kept()));
    }

    ProcessRecords processes() {
        return new ProcessRecords(directory);
    }

    /** The process that runs the stack now. */
    Optional<ProcessHandle> holder() {
        return StackLock.holder(directory);
    }

    /** @throws DevstackException when no stack is running */
    StackPorts portsOfRunning() {
        return holder().flatMap(_ -> StackPorts.read(directory))
                .orElseThrow(() -> new DevstackException("Covenant is not running. Start it: ./covenant up"));
    }
}
