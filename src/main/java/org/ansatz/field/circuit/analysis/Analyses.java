package org.ansatz.field.circuit.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansatz.field.circuit.linear.NetworkFunctions;
import org.ansatz.field.circuit.netlist.Analysis;
import org.ansatz.field.circuit.netlist.Component;
import org.ansatz.field.circuit.netlist.Element;
import org.ansatz.field.circuit.netlist.Measurement;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.netlist.Phasor;
import org.ansatz.field.circuit.netlist.Probe;
import org.ansatz.field.circuit.netlist.Waveform;
import org.ansatz.field.circuit.simulation.BiasPoint;
import org.ansatz.field.circuit.simulation.Equations;
import org.ansatz.field.circuit.simulation.SimulatedTransient;
import org.ansatz.field.circuit.simulation.SimulatedTransient.Claim;
import org.ansatz.field.circuit.simulation.SmallSignal;
import org.ansatz.field.circuit.solution.PhasorSolution;
import org.ansatz.field.circuit.solution.Reading;
import org.ansatz.field.circuit.solution.Solution;
import org.ansatz.field.circuit.solution.Table;
import org.ansatz.field.circuit.solution.Table.Column;
import org.ansatz.field.circuit.solution.Work;
import org.ansatz.polynomial.Fraction;
import org.ansatz.polynomial.Roots;
import org.jspecify.annotations.Nullable;

/** The analyses of SPICE, as tables of what is probed. */
public final class Analyses {

    /** How wrong a step through time may be where values are looked at and not compared. */
    private static final double TOLERANCE = 1e-7;

    /** What is as good as nothing beside the largest of a column. */
    private static final double NOTHING = 1e-12;

    /** As many as SPICE shows, the mean among them. */
    private static final int HARMONICS = 10;

    /** Of a distortion in percent. */
    private static final int DIGITS = 4;

    private final List<Component> components;
    private final List<Probe> probes;
    private final Work work;

    /** The transient that was run last, or null. */
    private @Nullable Ran latest;

    private record Ran(Analysis.Course course, Solution solution) {}

    /**
     * Analyses of a circuit.
     *
     * @param probes what is shown; if empty, all nodes of the netlist itself and the currents of all sources of voltage
     */
    public Analyses(List<Component> components, List<Probe> probes, Work work) {
        this.components = List.copyOf(components);
        this.work = work;
        this.probes = probes.isEmpty() ? usual() : List.copyOf(probes);
    }

    private List<Probe> usual() {
        List<Probe> all = new ArrayList<>();
        Set<String> nodes = new LinkedHashSet<>();
        components.forEach(component -> nodes.addAll(component.nodes()));
        nodes.remove(Netlist.GROUND);
        for (String node : nodes) {
            if (node.indexOf('.') < 0 && isFirst(node, nodes)) {
                all.add(Probe.voltage(node));
            }
        }
        for (Component component : components) {
            if (component instanceof Element.VoltageSource && component.name().indexOf('.') < 0) {
                all.add(Probe.current(component.name()));
            }
        }
        return all;
    }

    /** Whether a node is not one before, written in another case. */
    private static boolean isFirst(String node, Set<String> nodes) {
        return nodes.stream()
                .filter(node::equalsIgnoreCase)
                .findFirst()
                .orElse(node)
                .equals(node);
    }

    /**
     * Does one.
     *
     * @throws ArithmeticException if there is no solution, or none is found, with the reason
     * @throws IllegalArgumentException if what is asked for is not there
     */
    public Table run(Analysis analysis) {
        if (analysis instanceof Analysis.Sweep sweep) {
            return swept(sweep);
        } else if (analysis instanceof Analysis.Frequencies frequencies) {
            return overFrequencies(frequencies);
        } else if (analysis instanceof Analysis.Course course) {
            return throughTime(course);
        } else if (analysis instanceof Analysis.Transfer transfer) {
            return transfer(transfer);
        } else if (analysis instanceof Analysis.Harmonics harmonics) {
            return harmonics(harmonics);
        } else if (analysis instanceof Analysis.PolesAndZeros asked) {
            return polesAndZeros(asked);
        } else if (analysis instanceof Analysis.Measured measured) {
            return measured(measured);
        }
        Solution point = Solvers.atRest(components, work);
        return new Table("operating point", columns(), List.of(row(point, 0)));
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        probes.forEach(probe -> columns.add(new Column(probe.name(), probe.unit())));
        return columns;
    }

    private List<Column> columns(Column first) {
        List<Column> columns = columns();
        columns.add(0, first);
        return columns;
    }

    private double[] row(Solution solution, double t, double... first) {
        double[] row = new double[first.length + probes.size()];
        System.arraycopy(first, 0, row, 0, first.length);
        for (int i = 0; i < probes.size(); i++) {
            Probe probe = probes.get(i);
            Reading reading = probe.isCurrent()
                    ? solution.current(probe.of(), t)
                    : solution.voltage(probe.of(), probe.against(), t);
            // What is no more than its error is not told from nothing.
            row[first.length + i] = Math.abs(reading.value()) <= reading.error() ? 0 : reading.value();
        }
        return row;
    }

    // ---- a source that changes

    private Table swept(Analysis.Sweep sweep) {
        Component source = source(sweep.source());
        List<double[]> rows = new ArrayList<>();
        Solution last = null;
        for (int i = 0; i < sweep.points(); i++) {
            last = at(source, sweep.value(i), last);
            rows.add(row(last, 0, sweep.value(i)));
        }
        return new Table("sweep of " + source.name(), columns(new Column(source.name(), unit(source))), rows);
    }

    private static String unit(Component source) {
        return source instanceof Element.VoltageSource ? "V" : "A";
    }

    /**
     * The point of rest where a source gives a value.
     *
     * @param near from which it is looked for; null for none
     */
    private Solution at(Component source, double value, @Nullable Solution near) {
        List<Component> changed = with(source, value);
        return Solvers.hasModels(changed)
                ? new BiasPoint(new Equations(changed), near instanceof BiasPoint point ? point : null, work)
                : Solvers.atRest(changed, work);
    }

    private Component source(String name) {
        for (Component component : components) {
            boolean source = component instanceof Element.VoltageSource || component instanceof Element.CurrentSource;
            if (source && component.name().equalsIgnoreCase(name)) {
                return component;
            }
        }
        throw new IllegalArgumentException("there is no source " + name);
    }

    /** The circuit with a source that gives one value. */
    private List<Component> with(Component source, double value) {
        Waveform constant = new Waveform.Constant(value);
        List<Component> all = new ArrayList<>();
        for (Component component : components) {
            if (component != source) {
                all.add(component);
            } else if (component instanceof Element.VoltageSource voltage) {
                all.add(new Element.VoltageSource(voltage.name(), voltage.plus(), voltage.minus(), constant));
            } else if (component instanceof Element.CurrentSource current) {
                all.add(new Element.CurrentSource(current.name(), current.plus(), current.minus(), constant));
            }
        }
        return all;
    }

    // ---- phasors

    private Table overFrequencies(Analysis.Frequencies frequencies) {
        PhasorSolution signal = inPhasors();
        boolean linear = frequencies.spacing() == Analysis.Spacing.LINEAR;
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("f", "Hz", linear ? Table.Points.ALONG : Table.Points.BY_RATIO));
        for (Probe probe : probes) {
            columns.add(new Column("|" + probe.name() + "|", probe.unit()));
            columns.add(new Column("arg " + probe.name(), "deg"));
        }
        List<double[]> rows = new ArrayList<>();
        double[] turns = new double[probes.size()];
        for (int i = 0; i < frequencies.points(); i++) {
            double f = frequencies.frequency(i);
            double[] row = new double[1 + 2 * probes.size()];
            row[0] = f;
            for (int k = 0; k < probes.size(); k++) {
                Phasor phasor = phasor(signal, probes.get(k), 2 * Math.PI * f);
                row[1 + 2 * k] = phasor.magnitude();
                double degrees = Math.toDegrees(Math.atan2(phasor.im(), phasor.re()));
                // An angle goes on where it passes half a turn.
                turns[k] = i == 0
                        ? 0
                        : turns[k] - 360 * Math.rint((degrees + turns[k] - rows.get(i - 1)[2 + 2 * k]) / 360);
                row[2 + 2 * k] = degrees + turns[k];
            }
            rows.add(row);
        }
        return new Table("phasors", columns, rows);
    }

    private PhasorSolution inPhasors() {
        PhasorSolution signal = Solvers.inPhasors(components, work);
        if (!signal.hasPhasors()) {
            throw new IllegalArgumentException("no source has an amplitude for .ac; written V1 a 0 AC 1");
        }
        return signal;
    }

    static Phasor phasor(PhasorSolution signal, Probe probe, double omega) {
        return probe.isCurrent()
                ? signal.current(probe.of(), omega)
                : signal.voltage(probe.of(), probe.against(), omega);
    }

    // ---- time

    private Table throughTime(Analysis.Course course) {
        Solution run = solved(course);
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < course.points(); i++) {
            double t = Math.min(course.from() + i * course.step(), course.stop());
            rows.add(row(run, t, t));
        }
        forgetRoundings(rows);
        return new Table("transient", columns(new Column("t", "s")), rows);
    }

    /** The transient of a card; what is asked of it afterwards does not solve it once more. */
    private Solution solved(Analysis.Course course) {
        Ran known = latest;
        if (known != null && known.course().equals(course)) {
            return known.solution();
        }
        Solution run = run(course);
        latest = new Ran(course, run);
        return run;
    }

    private Solution run(Analysis.Course course) {
        Map<String, Double> nodes = course.nodes();
        if (!course.isStated() && nodes.isEmpty() && !Solvers.isExact(components)) {
            return new SimulatedTransient(
                    new Equations(components),
                    SimulatedTransient.Start.REST,
                    course.stop(),
                    TOLERANCE,
                    Claim.NONE,
                    work);
        }
        List<Component> started = course.isStated()
                ? InitialState.given(components, nodes)
                : InitialState.atRest(components, nodes, work);
        return Solvers.throughTime(started, course.stop(), TOLERANCE, Claim.NONE, work);
    }

    private Table harmonics(Analysis.Harmonics asked) {
        Waveforms waveforms = new Waveforms(new OverTime(solved(asked.course()), asked.course()));
        List<Column> columns = new ArrayList<>(List.of(new Column("f", "Hz", Table.Points.APART)));
        List<double[]> rows = new ArrayList<>();
        for (int n = 0; n < HARMONICS; n++) {
            double[] row = new double[1 + 2 * asked.probes().size()];
            row[0] = n * asked.fundamental();
            rows.add(row);
        }
        List<String> distortions = new ArrayList<>();
        for (int k = 0; k < asked.probes().size(); k++) {
            Probe probe = asked.probes().get(k);
            columns.add(new Column("amplitude of " + probe.name(), probe.unit()));
            columns.add(new Column("phase of " + probe.name(), "deg"));
            Harmonics found = waveforms.harmonics(probe, asked.fundamental(), HARMONICS);
            for (int n = 0; n < HARMONICS; n++) {
                rows.get(n)[1 + 2 * k] = found.amplitude(n);
                rows.get(n)[2 + 2 * k] = found.degrees(n);
            }
            distortions.add(
                    found.hasFundamental()
                            ? "THD of " + probe.name() + " " + percent(found.distortion())
                            : probe.name() + " without a fundamental");
        }
        return new Table("harmonics of the last period, as sines: " + String.join(", ", distortions), columns, rows);
    }

    private static String percent(double ratio) {
        return new BigDecimal(100 * ratio)
                        .round(new MathContext(DIGITS))
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    private Table measured(Analysis.Measured asked) {
        Waveforms waveforms = new Waveforms(along(asked.of()));
        List<Column> columns = new ArrayList<>();
        double[] row = new double[asked.measurements().size()];
        for (Measurement measurement : asked.measurements()) {
            Waveforms.Result result = waveforms.of(measurement);
            row[columns.size()] = result.value();
            columns.add(new Column(measurement.name(), result.unit()));
        }
        return new Table("measured" + where(asked.of()), columns, List.of(row));
    }

    private Along along(Analysis of) {
        if (of instanceof Analysis.Course course) {
            return new OverTime(solved(course), course);
        } else if (of instanceof Analysis.Frequencies frequencies) {
            return new OverFrequency(inPhasors(), frequencies);
        } else if (of instanceof Analysis.Sweep sweep) {
            Component source = source(sweep.source());
            return new OverSource(sweep, unit(source), (value, near) -> at(source, value, near));
        }
        throw new IllegalArgumentException("nothing can be measured along " + of);
    }

    private static String where(Analysis of) {
        return of instanceof Analysis.Frequencies
                ? " of phasors"
                : of instanceof Analysis.Sweep sweep ? " along " + sweep.source() : "";
    }

    /** What is next to nothing beside the largest of its column is not told from nothing. */
    private static void forgetRoundings(List<double[]> rows) {
        double[] largest = new double[rows.get(0).length];
        for (double[] row : rows) {
            for (int k = 0; k < row.length; k++) {
                largest[k] = Math.max(largest[k], Math.abs(row[k]));
            }
        }
        for (double[] row : rows) {
            for (int k = 0; k < row.length; k++) {
                row[k] = Math.abs(row[k]) <= NOTHING * largest[k] ? 0 : row[k];
            }
        }
    }

    // ---- small signals at rest

    private Table transfer(Analysis.Transfer transfer) {
        Component source = source(transfer.source());
        SmallSignal signal = new SmallSignal(new Equations(components), work);
        boolean voltage = source instanceof Element.VoltageSource;
        double[] found = signal.transfer(source, transfer.from(), transfer.to());
        String ratio = new Probe(false, transfer.from(), transfer.to()).name() + "/" + source.name();
        return new Table(
                "small signals at rest",
                List.of(
                        new Column(ratio, voltage ? "" : "ohm"),
                        new Column("resistance at " + source.name(), "ohm"),
                        new Column("resistance at the output", "ohm")),
                List.of(found));
    }

    // ---- the complex frequency

    private Table polesAndZeros(Analysis.PolesAndZeros asked) {
        if (!Solvers.isLinear(components)) {
            throw new ArithmeticException("poles and zeros are those of linear networks, and here are devices");
        }
        Fraction transfer =
                NetworkFunctions.transfer(components, asked.input(), asked.output(), asked.byCurrent(), work);
        List<double[]> rows = new ArrayList<>();
        if (asked.hasZeros() && !transfer.numerator().isZero()) {
            transfer.zeros().forEach(zero -> rows.add(row(zero, 1)));
        }
        if (asked.hasPoles()) {
            transfer.poles().forEach(pole -> rows.add(row(pole, -1)));
        }
        if (rows.isEmpty()) {
            throw new ArithmeticException("there are no " + (asked.hasPoles() ? "poles" : "zeros"));
        }
        String what = asked.hasPoles() ? asked.hasZeros() ? "poles and zeros" : "poles" : "zeros";
        String output = new Probe(false, asked.output().get(0), asked.output().get(1)).name();
        String input = new Probe(false, asked.input().get(0), asked.input().get(1)).name();
        String drive = asked.byCurrent() ? input.replaceFirst("v", "i") : input;
        return new Table(
                what + " of " + output + "/" + drive,
                List.of(
                        new Column("real", "1/s", Table.Points.PLANE),
                        new Column("imaginary", "1/s"),
                        new Column("|s|/2pi", "Hz"),
                        new Column("order", "")),
                rows);
    }

    private static double[] row(Roots.Root root, int sign) {
        return new double[] {
            root.at().re(), root.at().im(), root.at().size() / (2 * Math.PI), (double) sign * root.multiplicity()
        };
    }
}
