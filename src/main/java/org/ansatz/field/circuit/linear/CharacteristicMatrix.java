package org.ansatz.field.circuit.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Element.Capacitor;
import org.ansatz.field.circuit.solution.Work;
import org.ansatz.polynomial.Fraction;
import org.ansatz.polynomial.Polynomial;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/**
 * The equations of a network in s with exact coefficients, {@code A(s) x = b(s)}. By Cramer's rule {@code x = N(s)/det A(s)}, where no
 * degree exceeds the number of parts that store energy; so numerators and determinant are told from their values at a few more places.
 */
final class CharacteristicMatrix {

    /** What an operation on exact numbers costs, in multiplications of doubles. */
    private static final double COST = 300;

    private final int size;
    private final Polynomial[][] matrix;
    private final Polynomial[] sources;
    private final Stamps<Polynomial> stamps;
    private final Unknowns unknowns;
    private final int degree;
    private final Work work;
    private @Nullable Solved bySources;

    CharacteristicMatrix(List<Component> parts, Unknowns unknowns, PolynomialImmittances numbers, Work work) {
        this.unknowns = unknowns;
        this.work = work;
        size = unknowns.size();
        matrix = new Polynomial[size][size];
        sources = new Polynomial[size];
        Arrays.fill(sources, Polynomial.ZERO);
        for (Polynomial[] row : matrix) {
            Arrays.fill(row, Polynomial.ZERO);
        }
        stamps = new Stamps<>(parts, unknowns, numbers);
        stamps.fill(new Stamps.Equations<>() {
            @Override
            public void add(int row, int column, Polynomial coefficient) {
                matrix[row][column] = matrix[row][column].plus(coefficient);
            }

            @Override
            public void right(int row, Polynomial value) {
                sources[row] = sources[row].plus(value);
            }
        });
        degree = (int) parts.stream()
                .filter(part -> part instanceof Capacitor || part instanceof Component.Inductor)
                .count();
        // Values at two more places tell it, and these lie on a polynomial of a degree that is one more.
        int most = Polynomial.MAX_DEGREE - 1;
        if (degree > most) {
            throw new IllegalArgumentException(
                    "a network of " + degree + " coils and capacitors; in s at most " + most + " take part");
        }
    }

    /** Whether a source drives the network. */
    boolean isDriven() {
        return Arrays.stream(sources).anyMatch(source -> !source.isZero());
    }

    /** The voltage from one node to another. */
    Fraction voltage(int from, int to) {
        return bySources().sum(difference(from, to), Polynomial.ZERO);
    }

    /** The current through an element. */
    Fraction current(String element) {
        Stamps.Through<Polynomial> through = stamps.through(element);
        return bySources().sum(through.parts(), through.fixed());
    }

    /** The voltage from one node to another for a unit current the other way, the sources being off. */
    Fraction impedance(int from, int to) {
        Polynomial[] right = new Polynomial[size];
        Arrays.fill(right, Polynomial.ZERO);
        for (Stamps.Part<Polynomial> end : difference(from, to)) {
            if (end.unknown() != Unknowns.GROUND) {
                right[end.unknown()] = right[end.unknown()].plus(end.factor());
            }
        }
        return solved(right).sum(difference(from, to), Polynomial.ZERO);
    }

    private static List<Stamps.Part<Polynomial>> difference(int from, int to) {
        return List.of(new Stamps.Part<>(from, Polynomial.ONE), new Stamps.Part<>(to, Polynomial.ONE.negate()));
    }

    private Solved bySources() {
        Solved known = bySources == null ? solved(sources) : bySources;
        bySources = known;
        return known;
    }

    /** The solution at a place, the unknowns times the determinant. */
    private record Place(Rational s, Rational determinant, List<Rational> numerators) {}

    /** The solution at as many places as tell polynomials. */
    private record Solved(List<Place> places, Polynomial determinant) {

        /** What is a sum over the unknowns. */
        Fraction sum(List<Stamps.Part<Polynomial>> parts, Polynomial fixed) {
            List<Rational> at = new ArrayList<>();
            List<Rational> values = new ArrayList<>();
            for (Place place : places) {
                Rational sum = value(fixed, place.s).times(place.determinant);
                for (Stamps.Part<Polynomial> part : parts) {
                    if (part.unknown() != Unknowns.GROUND) {
                        sum = sum.plus(value(part.factor(), place.s).times(place.numerators.get(part.unknown())));
                    }
                }
                at.add(place.s);
                values.add(sum);
            }
            return Fraction.of(Polynomial.through(at, values))
                    .times(Fraction.of(determinant).reciprocal());
        }
    }

    private Solved solved(Polynomial[] right) {
        List<Place> places = new ArrayList<>();
        // One more for a current, which may be s times a voltage.
        int wanted = degree + 2;
        Elimination last = null;
        for (int k = 0; places.size() < wanted && k < wanted + degree; k++) {
            Rational s = Rational.of(k + 1);
            work.multiply(COST * size * size * size / 3);
            last = new Elimination(
                    at(s), Arrays.stream(right).map(each -> value(each, s)).toList());
            if (last.isRegular()) {
                places.add(new Place(s, last.determinant(), last.numerators()));
            }
        }
        if (places.size() < wanted) {
            throw new IllegalArgumentException(
                    unknowns.undetermined(Objects.requireNonNull(last).column(), "at any frequency"));
        }
        Polynomial determinant = Polynomial.through(
                places.stream().map(Place::s).toList(),
                places.stream().map(Place::determinant).toList());
        return new Solved(places, determinant);
    }

    private Rational[][] at(Rational s) {
        Rational[][] numbers = new Rational[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                numbers[i][j] = value(matrix[i][j], s);
            }
        }
        return numbers;
    }

    private static Rational value(Polynomial polynomial, Rational s) {
        Rational exact = polynomial.at(s).rational();
        if (exact == null) {
            throw new ArithmeticException("numbers that are too long to be kept exactly");
        }
        return exact;
    }
}
