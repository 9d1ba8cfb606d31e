package org.ansatz.field.ode;

import java.util.List;
import java.util.Map;
import org.ansatz.expression.check.WrittenUnit;
import org.ansatz.expression.syntax.Node;

/** Finds the names that are primed in an equation, and how often. */
final class PrimedNames implements Node.Cases<Boolean> {

    /** No name is declared here that a unit could be taken for. */
    private static final WrittenUnit UNITS = new WrittenUnit(name -> false, name -> false);

    private final Map<String, Integer> orders;

    PrimedNames(Map<String, Integer> orders) {
        this.orders = orders;
    }

    private Boolean all(List<Node> nodes) {
        for (Node node : nodes) {
            node.fold(this);
        }
        return true;
    }

    @Override
    public Boolean ofPrime(Node.Prime node) {
        int order = 1;
        Node base = node.operand();
        while (base instanceof Node.Prime) {
            base = ((Node.Prime) base).operand();
            order++;
        }
        if (base instanceof Node.Name) {
            orders.merge(((Node.Name) base).name(), order, Math::max);
        }
        return base.fold(this);
    }

    @Override
    public Boolean ofName(Node.Name node) {
        return true;
    }

    @Override
    public Boolean ofNumber(Node.Number node) {
        return true;
    }

    @Override
    public Boolean ofCall(Node.Call node) {
        return all(node.arguments());
    }

    @Override
    public Boolean ofCase(Node.Case node) {
        return node.body().fold(this);
    }

    @Override
    public Boolean ofUnary(Node.Unary node) {
        return node.operand().fold(this);
    }

    @Override
    public Boolean ofBinary(Node.Binary node) {
        return all(UNITS.withoutUnit(node));
    }

    /** In {@code 3 V/s} neither V nor s is a name. */
    @Override
    public Boolean ofJuxtaposed(Node.Juxtaposed node) {
        return all(UNITS.withoutUnit(node));
    }

    @Override
    public Boolean ofIndex(Node.Index node) {
        return all(List.of(node.operand(), node.index()));
    }

    @Override
    public Boolean ofComparison(Node.Comparison node) {
        return all(node.operands());
    }

    @Override
    public Boolean ofRange(Node.Range node) {
        return all(List.of(node.low(), node.high()));
    }

    @Override
    public Boolean ofBinder(Node.Binder node) {
        return node.body().fold(this);
    }

    @Override
    public Boolean ofRows(Node.Rows node) {
        node.rows().forEach(this::all);
        return true;
    }

    @Override
    public Boolean ofIn(Node.In node) {
        return node.operand().fold(this);
    }

    @Override
    public Boolean ofMeasured(Node.Measured node) {
        return node.magnitude().fold(this);
    }
}
