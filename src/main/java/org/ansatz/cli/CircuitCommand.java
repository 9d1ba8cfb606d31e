package org.ansatz.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ansatz.bank.PlainFile;
import org.ansatz.expression.library.StandardLibrary;
import org.ansatz.expression.term.Scope;
import org.ansatz.field.block.Refused;
import org.ansatz.field.block.Written;
import org.ansatz.field.circuit.CircuitFile;
import org.ansatz.field.circuit.analysis.Analyses;
import org.ansatz.field.circuit.netlist.Analysis;
import org.ansatz.field.circuit.solution.Table;
import org.ansatz.field.circuit.solution.Work;
import org.ansatz.figure.Figure;
import org.ansatz.figure.Graphic;
import org.ansatz.figure.file.FigureFile;
import org.ansatz.figure.text.TextFigure;
import org.ansatz.figure.text.TextStyle;
import org.ansatz.files.WholeFile;
import org.ansatz.plot.CircuitFigures;
import org.ansatz.quantity.NoValue;
import org.ansatz.report.CircuitReport;
import org.ansatz.report.TextReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ansatz circuit FILE}. */
final class CircuitCommand extends Command {

    private static final int WIDEST = 100;
    private static final int HEIGHT = 20;

    private final Environment environment;

    CircuitCommand(Environment environment) {
        super(
                "circuit",
                "Simulates a netlist in the cards of SPICE: .op, .dc, .ac, .tran, .tf, .pz, .four and .meas, as tables and pictures.");
        this.environment = environment;
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(parameter("FILE", "A netlist, or - for standard input."));
        spec.addOption(
                option("--csv", String.class, "FILE", "Writes all rows; of a second analysis to FILE-2, and so on."));
        spec.addOption(option("--raw", String.class, "FILE", "The same in the raw format of SPICE, as text."));
        spec.addOption(option("--svg", String.class, "FILE", "Draws what was found; a second figure goes to FILE-2."));
        spec.addOption(option("--png", String.class, "FILE", "The same as PNG."));
        spec.addOption(option(
                "--schematic", String.class, "FILE", "Draws the circuit, as SVG or, if FILE ends in .png, as PNG."));
    }

    @Override
    boolean showsWorking() {
        return true;
    }

    @Override
    int run(ParseResult given) throws IOException {
        PlainFile file = PlainFile.read(given.matchedPositionalValue(0, "-"), environment.in());
        CircuitFile circuit = read(file);
        if (circuit == null) {
            file.faults().forEach(new TextReport(environment.err(), environment.style())::fault);
            return Exit.UNREADABLE;
        }
        TextReport report = new TextReport(environment.out(), environment.style());
        if (!circuit.title().isEmpty()) {
            report.line(circuit.title());
        }
        circuit.remarks().forEach(remark -> report.line("note: " + remark));
        report.line("");
        lines(circuit.schematic()).forEach(environment.out()::println);
        List<Table> tables = new ArrayList<>();
        int exit = Exit.OK;
        Analyses solver = circuit.solver(Work.unlimited());
        for (Analysis analysis : circuit.analyses()) {
            Table table = found(solver, analysis, report);
            if (table == null) {
                exit = Exit.NOT_ALL;
            } else {
                tables.add(table);
                show(table, report);
            }
        }
        write(given, circuit.title(), tables);
        @Nullable String schematic = given.matchedOptionValue("--schematic", null);
        if (schematic != null) {
            draw(circuit.schematic(), numbered(schematic, 0));
        }
        return exit;
    }

    private static @Nullable CircuitFile read(PlainFile file) {
        Written text = file.text();
        if (text == null) {
            return null;
        }
        try {
            return CircuitFile.read(text, Scope.outermost(StandardLibrary.registry()));
        } catch (Refused e) {
            return null;
        }
    }

    /** What an analysis found; null where it found nothing, after saying why. */
    private static @Nullable Table found(Analyses solver, Analysis analysis, TextReport report) {
        try {
            return solver.run(analysis);
        } catch (ArithmeticException | IllegalArgumentException | NoValue e) {
            report.line("");
            report.line("not solved: " + e.getMessage());
            return null;
        }
    }

    private void show(Table table, TextReport report) {
        report.line("");
        report.line(table.title());
        CircuitReport.lines(table, width()).forEach(environment.out()::println);
        for (Figure figure : CircuitFigures.of(table)) {
            environment.out().println();
            lines(figure).forEach(environment.out()::println);
        }
    }

    private int width() {
        return Math.min(environment.style().width(), WIDEST);
    }

    private List<String> lines(Graphic graphic) {
        boolean isUnicode = Environment.charset().equals(StandardCharsets.UTF_8);
        return TextFigure.lines(
                graphic, new TextStyle(width(), HEIGHT, environment.style().colour(), isUnicode));
    }

    // ---- files

    private static void write(ParseResult given, String title, List<Table> tables) throws IOException {
        @Nullable String csv = given.matchedOptionValue("--csv", null);
        @Nullable String raw = given.matchedOptionValue("--raw", null);
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            Table table = tables.get(i);
            if (csv != null) {
                write(numbered(csv, i), writer -> CircuitReport.csv(table, writer));
            }
            if (raw != null) {
                write(numbered(raw, i), writer -> CircuitReport.raw(title, table, writer));
            }
            figures.addAll(CircuitFigures.of(table));
        }
        @Nullable String svg = given.matchedOptionValue("--svg", null);
        @Nullable String png = given.matchedOptionValue("--png", null);
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            if (svg != null) {
                write(numbered(svg, i), writer -> writer.write(FigureFile.svg(figure)));
            }
            if (png != null) {
                byte[] bytes = FigureFile.png(figure);
                WholeFile.write(numbered(png, i), out -> out.write(bytes));
            }
        }
    }

    private static void draw(Graphic graphic, Path file) throws IOException {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            FigureFile.png(graphic, file);
        } else {
            FigureFile.svg(graphic, file);
        }
    }

    private interface Content {
        void write(Writer writer) throws IOException;
    }

    private static void write(Path path, Content content) throws IOException {
        WholeFile.write(path, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            content.write(writer);
            writer.flush();
        });
    }

    /** The file as it was named, and for what follows the first with a number before its ending. */
    private static Path numbered(String name, int index) throws IOException {
        try {
            Path path = Path.of(name);
            String last = String.valueOf(path.getFileName());
            int dot = last.lastIndexOf('.');
            int end = dot > 0 ? dot : last.length();
            return index == 0
                    ? path
                    : path.resolveSibling(last.substring(0, end) + "-" + (index + 1) + last.substring(end));
        } catch (InvalidPathException e) {
            throw new IOException("'" + name + "' is no path here", e);
        }
    }
}
