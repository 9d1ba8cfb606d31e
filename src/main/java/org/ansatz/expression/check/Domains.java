package org.ansatz.expression.check;

import java.util.List;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.MatrixDomain;
import org.ansatz.expression.term.RealInterval;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;

/** Checks what a variable may range over. */
public final class Domains {

    /** What matrices are made of, besides ranges. */
    static final List<String> MATRICES = List.of("real", "complex", "onehot", "probability");

    private Domains() {}

    /**
     * The domain that {@code node} describes: {@code 1:10}, {@code 0..1}, {@code bits(n)}, a list, {@code complex}, or
     * matrices: {@code real[n, m]}, {@code (0:1)[n, m]} and the like.
     *
     * @throws ExpressionFault if it is none of these
     */
    public static Domain of(Node node, Scope scope) {
        return checked(node, scope).domain();
    }

    /**
     * The domain that {@code node} describes, with what it rests on.
     *
     * @throws ExpressionFault as {@link #of}
     */
    public static Checked checked(Node node, Scope scope) {
        boolean plane = node instanceof Node.Name && ((Node.Name) node).name().equals("complex");
        List<ExpressionFault> unknown = plane ? List.of() : new Names(scope).unknownIn(node);
        if (!unknown.isEmpty()) {
            throw unknown.get(0);
        }
        Checker checker = new Checker(scope);
        Domain domain = of(node, checker);
        if (domain instanceof Domain.Endless) {
            throw new ExpressionFault(
                    node.span(), "whole numbers without an end are for sum, prod and limit: give an end");
        }
        return new Checked(domain, checker.uses());
    }

    /**
     * A domain, and what its ends rest on.
     *
     * @param domain what a variable ranges over
     * @param uses of its ends
     */
    public record Checked(Domain domain, Uses uses) {}

    /** What stands after {@code in}. */
    static Domain of(Node node, Checker checker) {
        if (node instanceof Node.Range) {
            return range((Node.Range) node, checker);
        }
        if (node instanceof Node.Index) {
            return matrices((Node.Index) node, checker);
        }
        if (Checker.isNamed(node, "complex")) {
            return new Domain.Plane();
        }
        if (node instanceof Node.Call && Checker.isNamed(((Node.Call) node).function(), "bits")) {
            Node.Call call = (Node.Call) node;
            if (call.arguments().size() != 1) {
                throw new ExpressionFault(node.span(), "written bits(n)");
            }
            return new Domain.Words(Typing.integer(call.arguments().get(0).fold(checker)));
        }
        Term array = node.fold(checker);
        if (array.type().isScalar()) {
            throw new ExpressionFault(
                    node.span(),
                    "a domain is 1:10 (integers), 0..1 (reals), complex, bits(n), real[2, 3], (0:1)[2, 3] or"
                            + " a list [a, b, c]; this is "
                            + array.type().describe());
        }
        return new Domain.Entries(array);
    }

    private static Domain matrices(Node.Index node, Checker checker) {
        List<Node> sizes = node.index() instanceof Node.Rows
                ? ((Node.Rows) node.index()).rows().get(0)
                : List.of();
        if (sizes.size() != 2) {
            throw new ExpressionFault(
                    node.span(), "written real[rows, columns], complex[rows, columns], (0:1)[rows, columns]");
        }
        Term rows = Typing.integer(sizes.get(0).fold(checker));
        Term columns = Typing.integer(sizes.get(1).fold(checker));
        Node entries = node.operand();
        if (entries instanceof Node.Range) {
            return new MatrixDomain.Filled(range((Node.Range) entries, checker), rows, columns);
        }
        String kind = ((Node.Name) entries).name();
        switch (kind) {
            case "real":
                return new MatrixDomain.Uniform(Type.REAL, rows, columns);
            case "complex":
                return new MatrixDomain.Uniform(Type.COMPLEX, rows, columns);
            case "onehot":
                return new MatrixDomain.OneHot(rows, columns);
            case "probability":
                return new MatrixDomain.Probabilities(rows, columns);
            default:
                throw new ExpressionFault(
                        entries.span(),
                        "there are no matrices of this kind" + Nearest.suggestion(kind, MATRICES)
                                + "; there are real, complex, onehot (each column a single 1), probability (each column"
                                + " sums to 1), and (0:1)[2, 3] of a range");
        }
    }

    private static Domain range(Node.Range node, Checker checker) {
        Term low = node.low().fold(checker);
        Term high = node.high().fold(checker);
        if (node.integer()) {
            boolean down = isInfinite(low, -1);
            boolean up = isInfinite(high, 1);
            if (down && up) {
                throw new ExpressionFault(
                        node.span(), "whole numbers end on one side: add up those of -inf:-1 and of 0:inf");
            }
            if (down || up) {
                return new Domain.Endless(Typing.integer(up ? low : high), up ? 1 : -1);
            }
            return new Domain.Integers(Typing.integer(low), Typing.integer(high));
        }
        Type type = Typing.same(low, high);
        if (type.set() == NumberSet.COMPLEX) {
            throw new ExpressionFault(node.span(), "the ends of an interval are real numbers");
        }
        return new RealInterval(low, high, type.with(NumberSet.REAL));
    }

    private static boolean isInfinite(Term term, int sign) {
        return term instanceof Term.Constant constant
                && constant.value() instanceof Value.Real real
                && Double.isInfinite(real.x())
                && sign * real.x() > 0;
    }
}
