package dev.covenant.devstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import dev.covenant.devstack.DevstackException;

/** What the kernel says of a process: the letter of proc(5), /proc/PID/stat, third field. */
record ProcessState(char letter) {

    /** One that has ended meanwhile counts as dead, X. */
    static ProcessState of(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The command's name before it may hold anything, brackets included.
            return new ProcessState(stat.charAt(stat.lastIndexOf(')') + 2));
        } catch (NoSuchFileException ended) {
            return new ProcessState('X');
        } catch (IOException e) {
            throw new DevstackException("Cannot read the state of process " + pid + ": " + e.getMessage(), e);
        }
    }

    boolean isStopped() {
        return letter == 'T';
    }
}
