package org.ansatz.plot;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.field.circuit.solution.Table;
import org.ansatz.field.circuit.solution.Table.Column;
import org.ansatz.figure.Axis;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Layer;
import org.ansatz.figure.Points;

/** What was found of a circuit, against what its points lie along: a figure for each unit; of phasors, levels and angles. */
public final class CircuitFigures {

    /** The most curves that a figure has. */
    private static final int MAX_CURVES = 6;

    private CircuitFigures() {}

    /** The figures of a table; none of a single row. */
    public static List<Figure> of(Table table) {
        List<Figure> figures = new ArrayList<>();
        if (table.rows().size() < 2) {
            return figures;
        }
        if (table.columns().get(0).points() == Table.Points.PLANE) {
            return List.of(plane(table));
        }
        boolean isApart = table.columns().get(0).points() == Table.Points.APART;
        List<String> units = table.columns().stream()
                .skip(1)
                .map(Column::unit)
                .filter(unit -> !isApart || !unit.equals("deg")) // the phases of what may be nothing
                .distinct()
                .toList();
        for (String unit : units) {
            figures.add(figure(table, unit));
        }
        return figures;
    }

    private static Figure figure(Table table, String unit) {
        Column along = table.columns().get(0);
        Axis x = Axis.of(along.name(), along.unit());
        x = along.points() == Table.Points.BY_RATIO ? x.logarithmic() : x;
        boolean isApart = along.points() == Table.Points.APART;
        List<Integer> shown = new ArrayList<>();
        for (int k = 1; k < table.columns().size(); k++) {
            if (table.columns().get(k).unit().equals(unit)) {
                shown.add(k);
            }
        }
        boolean levels = table.columns().get(shown.get(0)).name().startsWith("|");
        List<Layer> layers = new ArrayList<>();
        for (int k : shown.subList(0, Math.min(MAX_CURVES, shown.size()))) {
            String name = table.columns().get(k).name();
            Points points = points(table, k, levels);
            layers.add(isApart ? new Layer.Stems("", name, points) : new Layer.Curve("", name, points));
        }
        String more = shown.size() > MAX_CURVES
                ? (shown.size() - MAX_CURVES) + " more are not drawn; .print v(a) i(R1) chooses"
                : "";
        Axis y = levels ? Axis.of("level", "dB" + unit) : Axis.of(quantity(unit), unit);
        return new Figure(
                table.title(), x.withPrefixes(), levels || unit.equals("deg") ? y : y.withPrefixes(), layers, more);
    }

    /** Poles and zeros as two kinds of dots. */
    private static Figure plane(Table table) {
        int last = table.columns().size() - 1;
        List<Layer> layers = new ArrayList<>();
        for (boolean isPole : new boolean[] {true, false}) {
            List<double[]> rows =
                    table.rows().stream().filter(row -> row[last] < 0 == isPole).toList();
            if (!rows.isEmpty()) {
                Points points = Points.of(
                        rows.stream().mapToDouble(row -> row[0]).toArray(),
                        rows.stream().mapToDouble(row -> row[1]).toArray());
                layers.add(new Layer.Dots("", isPole ? "poles" : "zeros", points));
            }
        }
        Column x = table.columns().get(0);
        Column y = table.columns().get(1);
        return new Figure(table.title(), Axis.of(x.name(), x.unit()), Axis.of(y.name(), y.unit()), layers, "");
    }

    private static String quantity(String unit) {
        switch (unit) {
            case "V":
                return "voltage";
            case "A":
                return "current";
            case "deg":
                return "angle";
            default:
                return "";
        }
    }

    private static Points points(Table table, int column, boolean levels) {
        int count = table.rows().size();
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int i = 0; i < count; i++) {
            double[] row = table.rows().get(i);
            xs[i] = row[0];
            ys[i] = levels ? 20 * Math.log10(row[column]) : row[column];
        }
        return Points.of(xs, ys);
    }
}
