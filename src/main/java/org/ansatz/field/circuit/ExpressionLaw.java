package org.ansatz.field.circuit;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.Model;
import org.ansatz.expression.evaluation.Models;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Inside;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Arrays;
import org.ansatz.expression.value.Value;
import org.ansatz.field.circuit.netlist.Law;
import org.ansatz.field.circuit.netlist.Naming;
import org.ansatz.field.circuit.netlist.Netlist;
import org.ansatz.field.circuit.netlist.Probe;
import org.ansatz.interval.Enclosing;
import org.ansatz.interval.Interval;
import org.ansatz.interval.NoEnclosure;
import org.ansatz.interval.Regularity;
import org.ansatz.proof.Breaks;
import org.ansatz.proof.Panels;
import org.ansatz.quantity.NoValue;
import org.jspecify.annotations.Nullable;

/** A law as an expression states it. Its slopes are those of dual numbers. Used by one thread. */
final class ExpressionLaw implements Law {

    /** What moves by no more than this part of its size does not move. */
    private static final double ROUNDING = 1e-14;

    /** The shortest part of a way that is looked at by itself. */
    private static final double SHORTEST_PART = 1.0 / 1024;

    private final Term term;
    private final Binding.Variable time;
    private final Frame frame;
    private final Controls controls;
    private final List<Enclosing> ofTime = new ArrayList<>();

    /** The law as a function of its controls and of the time. */
    private final Enclosing ofAll;

    private double searched;
    private List<Double> breaks = List.of();

    /** How wide the panels are in which what depends on the time alone is seen in full, by where they begin; part by part. */
    private List<NavigableMap<Double, Double>> panels = List.of();

    /**
     * A law.
     *
     * @param time the variable whose value is the time in seconds
     * @param places variables that hold voltages and currents where these are only known to lie in intervals, as many as there may be
     * @param frame in which the other names have their values
     */
    ExpressionLaw(Term term, Binding.Variable time, List<Binding.Variable> places, Naming naming, Frame frame) {
        this.term = term;
        this.time = time;
        controls = new Controls(naming, places);
        Inside.any(term, part -> {
            if (part instanceof Term.Exported exported) {
                controls.add(exported, frame);
            }
            return false;
        });
        this.frame = frame.with(controls);
        collect(term);
        List<Binding.Variable> variables = new ArrayList<>(places.subList(0, controls.places.size()));
        variables.add(time);
        ofAll = this.frame.enclosing(term, variables);
    }

    /** What stands for the circuit while the law is evaluated: voltages and currents as they are tried, one of them with an infinitesimal. */
    private static final class Controls implements Models, Model {
        private final Naming naming;
        private final List<Binding.Variable> variables;
        private final Map<Probe, Integer> places = new LinkedHashMap<>();

        /** The place of each name where it is written. */
        private final IdentityHashMap<Term.Exported, Integer> written = new IdentityHashMap<>();

        private double[] values = new double[0];
        private int moved = -1;
        private int order;

        Controls(Naming naming, List<Binding.Variable> variables) {
            this.naming = naming;
            this.variables = variables;
        }

        void add(Term.Exported exported, Frame frame) {
            List<Value> arguments =
                    exported.arguments().stream().map(frame::value).toList();
            Probe probe = probe(exported.export(), arguments);
            places.putIfAbsent(probe, places.size());
            written.put(exported, places.get(probe));
        }

        private Probe probe(Export export, List<Value> arguments) {
            String first = label(arguments.get(0));
            if (export.name().equalsIgnoreCase("i")) {
                return Probe.current(naming.name(first));
            }
            String second = arguments.size() > 1 ? naming.node(label(arguments.get(1))) : Netlist.GROUND;
            return new Probe(false, naming.node(first), second);
        }

        private static String label(Value argument) {
            return (String) ((Value.Handle) argument).of();
        }

        @Override
        public Model in(Frame around) {
            return this;
        }

        @Override
        public Estimate evaluate(Export export, List<Value> arguments, Frame around) {
            int place = places.getOrDefault(probe(export, arguments), 0);
            Value value = new Value.Real(values[place]);
            return Estimate.exact(place == moved ? new Value.Dual(order, value, Arithmetic.ONE) : value);
        }

        @Override
        public Binding.@Nullable Variable standsFor(Term.Exported name) {
            Integer place = written.get(name);
            return place == null ? null : variables.get(place);
        }
    }

    /** Adds the largest parts that depend on the time alone and enclose themselves; whether a part depends on nothing else. */
    private boolean collect(Term part) {
        if (part instanceof Term.Exported) {
            return false;
        }
        List<Term> alone = new ArrayList<>();
        boolean isAlone = true;
        for (Term inside : part.inside()) {
            boolean one = collect(inside);
            isAlone &= one;
            if (one && readsTime(inside)) {
                alone.add(inside);
            }
        }
        if (!isAlone) {
            alone.forEach(this::add);
        } else if (part == term && readsTime(part)) {
            add(part);
        }
        return isAlone;
    }

    private boolean readsTime(Term part) {
        return Inside.any(part, inside -> inside instanceof Term.Named named && named.slot() == time.slot());
    }

    private void add(Term part) {
        if (part.type().isNumber()) {
            ofTime.add(frame.enclosing(part, List.of(time)));
        }
    }

    @Override
    public List<Probe> controls() {
        return List.copyOf(controls.places.keySet());
    }

    @Override
    public double at(double[] at, double seconds, double[] slopes) {
        if (!java.util.Arrays.stream(at).allMatch(Double::isFinite)) {
            return none(slopes); // a search that has left the numbers
        }
        controls.values = at;
        try {
            Frame now = frame.with(time, new Value.Real(seconds));
            controls.moved = -1;
            double value = Arithmetic.real(now.value(term));
            for (int k = 0; k < at.length; k++) {
                controls.moved = k;
                controls.order = now.nextOneSided();
                Value slope =
                        Arrays.eps(frame.with(time, new Value.Real(seconds)).value(term), controls.order);
                double dual = Arithmetic.real(slope);
                slopes[k] = Double.isFinite(dual) ? dual : enclosedSlope(at, seconds, k);
            }
            return value;
        } catch (NoValue e) {
            return none(slopes);
        }
    }

    private static double none(double[] slopes) {
        java.util.Arrays.fill(slopes, Double.NaN);
        return Double.NaN;
    }

    /** The slope by a control where dual numbers have none, as a part of the law is beyond the range of doubles; NaN if it is not known. */
    private double enclosedSlope(double[] at, double seconds, int control) {
        Interval[] point = new Interval[at.length + 1];
        for (int k = 0; k < at.length; k++) {
            point[k] = Interval.of(at[k]);
        }
        point[at.length] = Interval.of(seconds);
        try {
            Interval slope = ofAll.on(point, control, 1).coefficient(1);
            return slope.isBounded() ? slope.middle() : Double.NaN;
        } catch (NoEnclosure e) {
            return Double.NaN;
        }
    }

    @Override
    public double nextBreak(double after, double before) {
        search(before);
        return breaks.stream().filter(at -> at > after).findFirst().orElse(Double.POSITIVE_INFINITY);
    }

    @Override
    public double longestStep(double from, double to, double end) {
        search(end);
        double longest = Double.POSITIVE_INFINITY;
        for (NavigableMap<Double, Double> part : panels) {
            Double first = part.floorKey(from);
            for (double width :
                    part.subMap(first == null ? from : first, true, to, false).values()) {
                longest = Math.min(longest, width);
                if (longest < to - from) {
                    return longest; // it is too short, by how much is of no consequence
                }
            }
        }
        return longest;
    }

    @Override
    public boolean isSeen(Way way, double largest) {
        int count = way.from().length;
        double[] widths = new double[count];
        boolean moves = false;
        for (int k = 0; k < count; k++) {
            widths[k] = Math.abs(way.to()[k] - way.from()[k]) + 2 * way.beside()[k];
            moves |= widths[k] > ROUNDING * Math.max(Math.abs(way.from()[k]), Math.abs(way.to()[k]));
        }
        try {
            return !moves || isSeen(way, 0, 1, widths, largest);
        } catch (NoEnclosure | NoValue e) {
            return true; // then it is seen at the steps alone
        }
    }

    /** The same of a part of the way; what has a kink is seen but for the shortest part in which that lies. */
    private boolean isSeen(Way way, double first, double last, double[] widths, double largest) {
        Interval[] box = box(way, first, last);
        boolean isSmooth = true;
        boolean isSeen = true;
        for (int k = 0; k < widths.length && isSmooth; k++) {
            double roughness = widths[k] == 0 ? 0 : Panels.roughness(ofAll, box, k);
            isSmooth = !Double.isNaN(roughness);
            isSeen &= Panels.isSeen(roughness, widths[k], largest);
        }
        if (isSeen || last - first <= SHORTEST_PART) {
            return isSeen || !isSmooth;
        }
        double middle = first + (last - first) / 2;
        return isSeen(way, first, middle, widths, largest) && isSeen(way, middle, last, widths, largest);
    }

    /** Where controls and time are on a part of the way. */
    private static Interval[] box(Way way, double first, double last) {
        int count = way.from().length;
        Interval[] box = new Interval[count + 1];
        for (int k = 0; k < count; k++) {
            double moves = way.to()[k] - way.from()[k];
            Interval straight =
                    Interval.of(way.from()[k] + first * moves).hull(Interval.of(way.from()[k] + last * moves));
            double beside = way.beside()[k];
            box[k] = new Interval(straight.low() - beside, straight.high() + beside);
        }
        double lasts = way.end() - way.start();
        box[count] = new Interval(way.start() + first * lasts, Math.min(way.end(), way.start() + last * lasts));
        return box;
    }

    /** Looks at what depends on the time alone up to an end, unless that has been done. */
    private void search(double end) {
        if (end == searched || ofTime.isEmpty()) {
            return;
        }
        searched = end;
        List<Interval> places = new ArrayList<>();
        panels = new ArrayList<>();
        for (Enclosing part : ofTime) {
            List<Interval> own = breaks(part, end);
            places.addAll(own);
            panels.add(panels(part, own, end));
        }
        breaks = places.stream().map(Interval::high).sorted().distinct().toList();
    }

    private static List<Interval> breaks(Enclosing part, double end) {
        return Breaks.in(new Interval(0, end), Regularity.SMOOTH, times -> {
            try {
                return part.on(times, 1).regularity();
            } catch (NoEnclosure e) {
                return Regularity.SMOOTH;
            }
        });
    }

    private static NavigableMap<Double, Double> panels(Enclosing part, List<Interval> breaks, double end) {
        NavigableMap<Double, Double> widths = new TreeMap<>();
        double from = 0;
        List<Double> ends = new ArrayList<>(breaks.stream().map(Interval::low).toList());
        ends.add(end);
        try {
            for (int i = 0; i < ends.size(); i++) {
                if (from < ends.get(i)) {
                    Panels.of(new Interval(from, ends.get(i)), part)
                            .forEach(panel -> widths.put(panel.low(), panel.width()));
                }
                from = i < breaks.size() ? breaks.get(i).high() : end;
            }
        } catch (NoEnclosure e) {
            widths.clear(); // then it is seen at the steps alone
        }
        return widths;
    }
}
