package dev.covenant.delivery.jenkins;

import java.util.List;
import java.util.stream.Stream;

import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.Phases;

/**
 * A word of a pipeline and what is in its braces, as Groovy's own parser reads it.
 *
 * @param argument its first one, if that is a text; else empty
 */
record Block(String name, String argument, List<Block> inside) {

    /** @throws org.codehaus.groovy.control.CompilationFailedException when it is no Groovy */
    static List<Block> read(String file, String text) {
        var unit = new CompilationUnit();
        // Groovy makes a class name of it.
        unit.addSource(file.replaceAll("\\W", "_"), text);
        unit.compile(Phases.CONVERSION);
        return of(unit.getAST().getModules().getFirst().getStatementBlock()).toList();
    }

    /** Those of this name, in this one. */
    List<Block> all(String wanted) {
        return inside.stream().filter(block -> block.name.equals(wanted)).toList();
    }

    boolean has(String wanted) {
        return !all(wanted).isEmpty();
    }

    /** This one and all in it, however deep. */
    Stream<Block> flat() {
        return Stream.concat(Stream.of(this), inside.stream().flatMap(Block::flat));
    }

    private static Stream<Block> of(Statement statement) {
        return switch (statement) {
            case BlockStatement block -> block.getStatements().stream().flatMap(Block::of);
            case ExpressionStatement said
            when said.getExpression() instanceof MethodCallExpression call -> Stream.of(of(call));
            default -> Stream.empty();
        };
    }

    private static Block of(MethodCallExpression call) {
        var arguments = call.getArguments() instanceof ArgumentListExpression list
                ? list.getExpressions()
                : List.<Expression>of();
        var text = arguments.stream()
                .limit(1)
                .filter(ConstantExpression.class::isInstance)
                .map(Expression::getText)
                .findFirst()
                .orElse("");
        var inside = arguments.stream()
                .filter(ClosureExpression.class::isInstance)
                .map(ClosureExpression.class::cast)
                .flatMap(closure -> of(closure.getCode()))
                .toList();
        return new Block(call.getMethodAsString(), text, inside);
    }
}
