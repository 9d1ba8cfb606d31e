package org.ansatz.field.circuit.solution;

import java.util.List;

/**
 * What an analysis found, a row for each point.
 *
 * @param title what was done
 * @param columns what stands in a row; the first is what the points lie along, if there is more than one
 * @param rows the numbers, in the units of their columns
 */
public record Table(String title, List<Column> columns, List<double[]> rows) {

    /** Copies the lists. */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A column.
     *
     * @param name what it is, {@code v(out)}
     * @param unit the symbol of its unit, or empty
     * @param points how they lie
     */
    public record Column(String name, String unit, Points points) {
        /** A column of numbers that lie as they may. */
        public Column(String name, String unit) {
            this(name, unit, Points.ALONG);
        }

        /** Name and unit in one. */
        public String heading() {
            return unit.isEmpty() ? name : name + " in " + unit;
        }
    }

    /** How the points of a column lie. */
    public enum Points {
        /** Along an axis. */
        ALONG,
        /** Evenly by their ratio. */
        BY_RATIO,
        /** Each for itself, with nothing between them. */
        APART,
        /** In a plane, whose other axis is the next column; the last one says how often a place counts, poles as negative. */
        PLANE
    }
}
