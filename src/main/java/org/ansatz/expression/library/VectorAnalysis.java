package org.ansatz.expression.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ansatz.expression.check.Typing;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.BinderRule;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.FieldOperator;
import org.ansatz.expression.term.Function;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.NumberSet;
import org.ansatz.expression.type.Shape;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Dimension;
import org.jspecify.annotations.Nullable;

/**
 * Gradient, divergence, curl and Laplacian in Cartesian, cylindrical and spherical coordinates, by the scale factors h of orthogonal
 * ones (G. B. Arfken, H. J. Weber, F. E. Harris, Mathematical Methods for Physicists, 7th ed., section 3.10). Components are those along
 * the unit vectors.
 */
final class VectorAnalysis {

    private static final int SPACE = 3;

    private VectorAnalysis() {}

    static List<BinderRule> all() {
        List<BinderRule> all = new ArrayList<>();
        for (Coordinates coordinates : Coordinates.values()) {
            all.add(new Gradient(coordinates));
            all.add(new Divergence(coordinates));
            all.add(new Curl(coordinates));
            all.add(new Laplacian(coordinates));
        }
        return all;
    }

    /** Coordinates that are orthogonal. */
    private enum Coordinates {
        CARTESIAN("", "x at 1, y at 2, z at 3", "Cartesian coordinates") {
            @Override
            @Nullable
            Term scale(int which, List<Term> at) {
                return null;
            }
        },
        CYLINDRICAL("_cylindrical", "rho at 1, phi at 0, z at 3", "cylindrical coordinates rho, phi, z") {
            @Override
            @Nullable
            Term scale(int which, List<Term> at) {
                return which == 1 ? at.get(0) : null;
            }
        },
        SPHERICAL(
                "_spherical",
                "r at 1, theta at pi/2, phi at 0",
                "spherical coordinates r, theta (from the axis), phi") {
            @Override
            @Nullable
            Term scale(int which, List<Term> at) {
                Term r = at.get(0);
                return which == 0 ? null : which == 1 ? r : Terms.times(r, Terms.call(Known.SINE, at.get(1)));
            }
        };

        private final String suffix;
        private final String example;
        private final String help;

        Coordinates(String suffix, String example, String help) {
            this.suffix = suffix;
            this.example = example;
            this.help = help;
        }

        /** How far the point moves for a change of this coordinate, relative to it; null if as far. */
        abstract @Nullable Term scale(int which, List<Term> at);
    }

    /** An operator in some coordinates. */
    private abstract static class In extends FieldOperator {
        private final Coordinates coordinates;

        In(String name, String help, Coordinates coordinates, String field) {
            super(
                    name + coordinates.suffix,
                    help + " in " + coordinates.help,
                    name + coordinates.suffix + "(" + field + " for " + coordinates.example + ")");
            this.coordinates = coordinates;
        }

        @Override
        public final Term of(Term field, List<Binding.Variable> variables, Span span) {
            if (coordinates != Coordinates.CARTESIAN && variables.size() != SPACE) {
                throw new ExpressionFault(span, "of three coordinates, written " + example());
            }
            return of(field, new Place(coordinates, variables, span));
        }

        abstract Term of(Term field, Place place);

        /** The components of a field, one along each coordinate. */
        final List<Term> components(Term field, Place place) {
            Type type = Typing.number(field);
            Shape shape = type.shape();
            int count = place.dimensions();
            boolean isRow = shape.equals(Shape.of(1, count));
            if (count < 2 || !isRow && !shape.equals(Shape.of(count, 1))) {
                throw new ExpressionFault(
                        field.span(),
                        name() + " is of a field with a component along each coordinate, written " + example()
                                + "; this is " + type.describe() + ", and "
                                + (count == 1 ? "there is 1 coordinate" : "there are " + count + " coordinates"));
            }
            List<Term> components = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                components.add(component(field, i, shape, count));
            }
            return components;
        }

        final Term number(Term field) {
            if (!Typing.number(field).isScalar()) {
                throw new ExpressionFault(
                        field.span(),
                        name() + " is of a single number, written " + example() + "; this is "
                                + field.type().describe());
            }
            return field;
        }
    }

    /** Where the coordinates stand, with the derivatives by them. */
    private record Place(Coordinates coordinates, List<Binding.Variable> variables, Span span) {

        int dimensions() {
            return variables.size();
        }

        private List<Term> at() {
            List<Term> at = new ArrayList<>();
            variables.forEach(variable -> at.add(new Term.Named(span, variable)));
            return at;
        }

        @Nullable
        Term scale(int which) {
            return coordinates.scale(which, at());
        }

        /** The scale factors of all coordinates but one; of all, if that is none of them. */
        @Nullable
        Term otherScales(int but) {
            Term product = null;
            for (int i = 0; i < dimensions(); i++) {
                product = i == but ? product : Terms.product(product, scale(i));
            }
            return product;
        }

        Term slope(Term of, int by) {
            return of.slopeBy(variables.get(by), span);
        }

        /** Σ ∂(part·H/h)/∂u, over H: the divergence of what has these components. */
        Term divergence(List<Term> components) {
            Term sum = null;
            for (int i = 0; i < dimensions(); i++) {
                Term part = slope(Terms.times(components.get(i), otherScales(i)), i);
                sum = sum == null ? part : Terms.binary(Op.ADD, sum, part);
            }
            return Terms.over(Objects.requireNonNull(sum), otherScales(-1));
        }

        List<Term> gradient(Term field) {
            List<Term> components = new ArrayList<>();
            for (int i = 0; i < dimensions(); i++) {
                components.add(Terms.over(slope(field, i), scale(i)));
            }
            return components;
        }

        /** The component of the curl along the coordinate that follows two others: (∂(h F)/∂u of one less that of the other)/(h h). */
        Term turning(List<Term> components, int one, int other) {
            Term forward = slope(Terms.times(components.get(other), scale(other)), one);
            Term backward = slope(Terms.times(components.get(one), scale(one)), other);
            return Terms.over(Terms.binary(Op.SUBTRACT, forward, backward), Terms.product(scale(one), scale(other)));
        }

        Term row(List<Term> components) {
            Type type = components.get(0).type();
            for (Term component : components) {
                Type both = Typing.same(components.get(0), component);
                type = both.with(type.set().join(both.set()));
            }
            return new Term.Rows(span, type.with(Shape.of(1, components.size())), components);
        }
    }

    private static final class Gradient extends In {
        Gradient(Coordinates coordinates) {
            super("gradient", "vector of partial derivatives, as a row,", coordinates, "f");
        }

        @Override
        Term of(Term field, Place place) {
            return place.row(place.gradient(number(field)));
        }
    }

    private static final class Divergence extends In {
        Divergence(Coordinates coordinates) {
            super("div", "divergence of a field", coordinates, "[f, g, h]");
        }

        @Override
        Term of(Term field, Place place) {
            return place.divergence(components(field, place));
        }
    }

    private static final class Curl extends In {
        Curl(Coordinates coordinates) {
            super(
                    "curl",
                    coordinates == Coordinates.CARTESIAN
                            ? "curl of a field, as a row; of two components a number,"
                            : "curl of a field, as a row,",
                    coordinates,
                    "[f, g, h]");
        }

        @Override
        Term of(Term field, Place place) {
            List<Term> components = components(field, place);
            if (components.size() == 2) {
                return place.turning(components, 0, 1);
            }
            if (components.size() != SPACE) {
                throw new ExpressionFault(field.span(), "a curl is of two or three components, written " + example());
            }
            return place.row(List.of(
                    place.turning(components, 1, 2), place.turning(components, 2, 0), place.turning(components, 0, 1)));
        }
    }

    private static final class Laplacian extends In {
        Laplacian(Coordinates coordinates) {
            super("laplacian", "divergence of the gradient", coordinates, "f");
        }

        @Override
        Term of(Term field, Place place) {
            return place.divergence(place.gradient(number(field)));
        }
    }

    // ---- terms

    /** The functions that are needed, whatever these names stand for where an operator is written. */
    private static final class Known {
        private static final Function SINE = Terms.named(Elementaries.all(), "sin");
        private static final Function DOT = Terms.named(Reductions.all(), "dot");
    }

    private static Term component(Term field, int which, Shape shape, int count) {
        if (field instanceof Term.Rows rows) {
            return rows.entries().get(which);
        }
        Type plain = Type.of(NumberSet.INTEGER, Dimension.NONE);
        List<Term> unit = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            unit.add(new Term.Constant(field.span(), plain, Value.Exact.of(i == which ? 1 : 0), false));
        }
        return Terms.call(Known.DOT, field, new Term.Rows(field.span(), plain.with(shape), unit));
    }
}
