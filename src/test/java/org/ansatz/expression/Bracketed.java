package org.ansatz.expression;

import java.util.List;
import java.util.stream.Collectors;
import org.ansatz.expression.syntax.Node;

/** A tree written with a bracket round every operation, so that two trees are equal when their texts are. */
final class Bracketed implements Node.Cases<String> {

    static String of(Node node) {
        return node.fold(new Bracketed());
    }

    private String all(List<Node> nodes, String separator) {
        return nodes.stream().map(node -> node.fold(this)).collect(Collectors.joining(separator));
    }

    @Override
    public String ofNumber(Node.Number node) {
        return node.value() + (node.imaginary() ? "j" : "");
    }

    @Override
    public String ofName(Node.Name node) {
        return node.name();
    }

    @Override
    public String ofCall(Node.Call node) {
        return node.function().fold(this) + "(" + all(node.arguments(), ", ") + ")";
    }

    @Override
    public String ofCase(Node.Case node) {
        return node.body().fold(this) + "; …";
    }

    @Override
    public String ofUnary(Node.Unary node) {
        return "(" + node.op().symbol() + " " + node.operand().fold(this) + ")";
    }

    @Override
    public String ofBinary(Node.Binary node) {
        return "(" + node.left().fold(this) + " " + node.op().symbol() + " "
                + node.right().fold(this) + ")";
    }

    @Override
    public String ofJuxtaposed(Node.Juxtaposed node) {
        return "(" + node.left().fold(this) + " " + node.right().fold(this) + ")";
    }

    @Override
    public String ofPrime(Node.Prime node) {
        return "(" + node.operand().fold(this) + ")'";
    }

    @Override
    public String ofIndex(Node.Index node) {
        return node.operand().fold(this) + "[" + node.index().fold(this) + "]";
    }

    @Override
    public String ofComparison(Node.Comparison node) {
        return "(" + all(node.operands(), " " + node.ops() + " ") + ")";
    }

    @Override
    public String ofRange(Node.Range node) {
        return "(" + node.low().fold(this) + (node.integer() ? ":" : "..")
                + node.high().fold(this) + ")";
    }

    @Override
    public String ofBinder(Node.Binder node) {
        return node.op() + "(" + node.body().fold(this) + " for …)";
    }

    @Override
    public String ofRows(Node.Rows node) {
        return "[" + node.rows().stream().map(row -> all(row, ", ")).collect(Collectors.joining("; ")) + "]";
    }

    @Override
    public String ofIn(Node.In node) {
        return node.operand().fold(this) + " in " + node.unit();
    }

    @Override
    public String ofMeasured(Node.Measured node) {
        return node.magnitude().fold(this) + " | " + node.unit();
    }
}
