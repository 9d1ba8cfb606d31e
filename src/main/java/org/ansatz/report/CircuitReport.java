package org.ansatz.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.field.circuit.solution.Table;
import org.ansatz.field.circuit.solution.Table.Column;
import org.ansatz.quantity.Notation;

/** What was found of a circuit, for a person to read, as CSV, and in the raw format of SPICE. */
public final class CircuitReport {

    private static final int DIGITS = 6;

    /** The most rows that a person is shown; of more, each second, third and so on. */
    private static final int MAX_ROWS = 21;

    private CircuitReport() {}

    // ---- for a person

    /**
     * The lines of a table: a single row as a list, more as columns.
     *
     * @param width of the screen
     */
    public static List<String> lines(Table table, int width) {
        return table.rows().size() == 1 ? list(table) : columns(table, width);
    }

    private static List<String> list(Table table) {
        int widest = table.columns().stream()
                .mapToInt(column -> column.name().length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            String name = Style.safe(column.name());
            lines.add(" ".repeat(widest - column.name().length()) + name + " = "
                    + quantity(table.rows().get(0)[i], column.unit()));
        }
        return lines;
    }

    private static String quantity(double value, String unit) {
        return unit.isEmpty() ? Notation.number(value, DIGITS) : Notation.prefixed(value, unit, DIGITS);
    }

    private static List<String> columns(Table table, int width) {
        List<List<String>> cells = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        table.columns().forEach(column -> headings.add(Style.safe(column.heading())));
        cells.add(headings);
        int rows = table.rows().size();
        int stride = Math.max(1, (rows - 1 + MAX_ROWS - 2) / (MAX_ROWS - 1));
        for (int i = 0; i < rows; i += stride) {
            List<String> line = new ArrayList<>();
            for (double value : table.rows().get(i)) {
                line.add(Notation.number(value, DIGITS));
            }
            cells.add(line);
        }
        List<String> lines = aligned(cells, width);
        if (stride > 1) {
            lines.add((cells.size() - 1) + " of " + rows + " rows; --csv FILE writes all");
        }
        return lines;
    }

    /** Columns as wide as what stands in them; those that have no room are counted. */
    private static List<String> aligned(List<List<String>> cells, int width) {
        int columns = cells.get(0).size();
        int[] widths = new int[columns];
        for (List<String> line : cells) {
            for (int k = 0; k < columns; k++) {
                widths[k] = Math.max(widths[k], line.get(k).length());
            }
        }
        int fitting = 0;
        for (int total = 0; fitting < columns && total + widths[fitting] <= width; fitting++) {
            total += widths[fitting] + 2;
        }
        fitting = Math.max(1, fitting);
        List<String> lines = new ArrayList<>();
        for (List<String> line : cells) {
            StringBuilder text = new StringBuilder();
            for (int k = 0; k < fitting; k++) {
                text.append(k == 0 ? "" : "  ")
                        .append(" ".repeat(widths[k] - line.get(k).length()))
                        .append(line.get(k));
            }
            lines.add(text.toString());
        }
        if (fitting < columns) {
            lines.add((columns - fitting) + " more columns have no room here; .print v(a) i(R1) chooses");
        }
        return lines;
    }

    // ---- files

    /** All rows as CSV after RFC 4180, with a heading. */
    public static void csv(Table table, Writer out) throws IOException {
        for (int k = 0; k < table.columns().size(); k++) {
            String heading = table.columns().get(k).heading();
            boolean quoted = heading.indexOf(',') >= 0 || heading.indexOf('"') >= 0;
            out.write((k == 0 ? "" : ",") + (quoted ? '"' + heading.replace("\"", "\"\"") + '"' : heading));
        }
        out.write("\r\n");
        for (double[] row : table.rows()) {
            for (int k = 0; k < row.length; k++) {
                out.write((k == 0 ? "" : ",") + row[k]);
            }
            out.write("\r\n");
        }
        out.flush();
    }

    /** A table in the raw format of SPICE, as text (ngspice manual, chapter 18). */
    public static void raw(String title, Table table, Writer out) throws IOException {
        boolean complex =
                table.columns().stream().anyMatch(column -> column.name().startsWith("|"));
        List<String> variables = new ArrayList<>();
        for (int k = 0; k < table.columns().size(); k++) {
            Column column = table.columns().get(k);
            if (!complex || k == 0) {
                variables.add(variable(column.name(), column.unit()));
            } else if (k % 2 == 1) {
                variables.add(variable(column.name().substring(1, column.name().length() - 1), column.unit()));
            }
        }
        out.write("Title: " + title + "\nPlotname: " + plotname(table) + "\nFlags: " + (complex ? "complex" : "real")
                + "\nNo. Variables: " + variables.size() + "\nNo. Points: "
                + table.rows().size() + "\nVariables:\n");
        for (int k = 0; k < variables.size(); k++) {
            out.write("\t" + k + "\t" + variables.get(k) + "\n");
        }
        out.write("Values:\n");
        for (int i = 0; i < table.rows().size(); i++) {
            out.write(" " + i);
            for (String value : complex
                    ? complexes(table.rows().get(i))
                    : reals(table.rows().get(i))) {
                out.write("\t" + value + "\n");
            }
        }
        out.flush();
    }

    private static String plotname(Table table) {
        switch (table.title()) {
            case "transient":
                return "Transient Analysis";
            case "phasors":
                return "AC Analysis";
            case "operating point":
                return "Operating Point";
            default:
                return "DC transfer characteristic";
        }
    }

    private static String variable(String name, String unit) {
        String spice = name.replace(" ", "").toLowerCase(java.util.Locale.ROOT);
        switch (unit) {
            case "s":
                return "time\ttime";
            case "Hz":
                return "frequency\tfrequency";
            case "A":
                return spice + "\tcurrent";
            default:
                return spice + "\tvoltage";
        }
    }

    private static List<String> reals(double[] row) {
        List<String> values = new ArrayList<>();
        for (double value : row) {
            values.add(String.valueOf(value));
        }
        return values;
    }

    private static List<String> complexes(double[] row) {
        List<String> values = new ArrayList<>();
        values.add(row[0] + ",0.0");
        for (int k = 1; k < row.length; k += 2) {
            double angle = Math.toRadians(row[k + 1]);
            values.add(row[k] * Math.cos(angle) + "," + row[k] * Math.sin(angle));
        }
        return values;
    }
}
