package org.ansatz.expression.check;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Domain;
import org.ansatz.expression.term.FieldOperator;
import org.ansatz.expression.term.Generator;
import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Type;

/** Puts in what an operator on a field comes to, at a point, {@code for x at 1, y at 2}, or where its coordinates stand, {@code by x, y}. */
final class FieldPoint {

    private final List<Binding.Variable> coordinates = new ArrayList<>();
    private final List<Term> points = new ArrayList<>();
    private boolean isDeclared;

    private FieldPoint() {}

    static Term of(FieldOperator operator, Term field, List<Generator> generators, Node.Binder node, Checker checker) {
        FieldPoint place = new FieldPoint();
        for (Generator generator : generators) {
            if (node.condition() != null || !isNumber(generator.domain()) || !isPoint(generator.domain())) {
                throw new ExpressionFault(node.opSpan(), "written " + operator.example());
            }
            place.add(generator);
        }
        checker.note(Uses.of(operator.engine(List.of())));
        Term term = operator.of(field, place.coordinates, node.span());
        if (place.points.isEmpty()) {
            return term;
        }
        int[] slots = generators.stream().mapToInt(Generator::slot).toArray();
        return Application.given(node.span(), operator.name(), term, place.points, slots, place.isDeclared);
    }

    private static boolean isNumber(Domain domain) {
        return domain.type().isScalar() && domain.type().set() != NumberSet.COMPLEX;
    }

    private static boolean isPoint(Domain domain) {
        return domain instanceof Domain.Point || domain instanceof Domain.Here;
    }

    private void add(Generator generator) {
        Type type = generator.domain().type();
        for (Term point : generator.domain().parts()) {
            requireBefore(point);
            points.add(point);
            isDeclared |= generator.isDeclared();
        }
        coordinates.add(new Binding.Variable(Binding.Role.BOUND, generator.name(), type, generator.slot()));
    }

    /** All coordinates of a point are where they are before any of them is there. */
    private void requireBefore(Term point) {
        for (Binding.Variable coordinate : coordinates) {
            boolean isRead = Inside.any(
                    point,
                    term -> term instanceof Term.Named named && named.variable().slot() == coordinate.slot());
            if (isRead) {
                throw point.fault("where a coordinate is cannot depend on " + coordinate.name() + ", another one");
            }
        }
    }
}
