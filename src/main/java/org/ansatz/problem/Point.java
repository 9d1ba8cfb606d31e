package org.ansatz.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.type.Show;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;

/**
 * Where a route evaluated its expressions: what was drawn for it.
 *
 * @param coordinates in the order in which they were drawn; none if nothing was
 */
public record Point(List<Coordinate> coordinates) {

    /** With how many digits a point is printed if nothing depends on them. */
    public static final int DIGITS = 4;

    /** Copies the list. */
    public Point {
        coordinates = List.copyOf(coordinates);
    }

    /** The value that a name had there. */
    public record Coordinate(String name, Value value, Type type) {}

    /** What these variables are in a frame; those without a value are left out. */
    public static Point of(Frame frame, List<Ranged> variables) {
        List<Coordinate> coordinates = new ArrayList<>(variables.size());
        for (Ranged ranged : variables) {
            Value value = frame.value(ranged.variable());
            if (value != null) {
                coordinates.add(
                        new Coordinate(ranged.name(), value, ranged.variable().type()));
            }
        }
        return new Point(coordinates);
    }

    /** Whether nothing was drawn. */
    public boolean isEmpty() {
        return coordinates.isEmpty();
    }

    /** The real numbers among the coordinates, such as the sizes of matrices, by name. */
    public Map<String, Double> numbers() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (Coordinate coordinate : coordinates) {
            Value value = coordinate.value();
            if (value instanceof Value.Exact || value instanceof Value.Real) {
                numbers.put(coordinate.name(), Arithmetic.real(value));
            }
        }
        return numbers;
    }

    /** {@code n = 2, X is 2×3}: matrices by their shapes alone. */
    public String brief() {
        StringBuilder text = new StringBuilder();
        for (Coordinate coordinate : coordinates) {
            text.append(text.length() == 0 ? "" : ", ").append(coordinate.name());
            if (coordinate.value() instanceof Value.Array) {
                text.append(" is ").append(Arrays.shape(coordinate.value()));
            } else {
                text.append(" = ").append(shown(coordinate, DIGITS));
            }
        }
        return text.toString();
    }

    /** {@code n = 2, t = 0.5 s}. */
    @Override
    public String toString() {
        return toString(DIGITS);
    }

    /** The same with so many significant digits. */
    public String toString(int digits) {
        StringBuilder text = new StringBuilder();
        for (Coordinate coordinate : coordinates) {
            text.append(text.length() == 0 ? "" : ", ")
                    .append(coordinate.name())
                    .append(" = ")
                    .append(shown(coordinate, digits));
        }
        return text.toString();
    }

    private static String shown(Coordinate coordinate, int digits) {
        return Show.value(coordinate.value(), coordinate.type(), null, digits);
    }
}
