package org.ansatz.field.logic;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Combinational logic: signals defined in any order over named inputs. Names that are read and never defined are the inputs. They are ordered by their index, the highest first, and then by name, which keeps the equal bits of words
 * together: the order in which the diagram of a comparator grows linearly (Knuth, TAOCP 7.1.4).
 */
final class GateNetwork {

    /** Longer lists are not read by anybody. */
    private static final int MAX_SHOWN = 5;

    private final Bdd bdd;
    private final List<String> inputs;
    private final Map<String, Integer> signals = new HashMap<>();
    private final Map<String, Gate> gates;
    private final List<String> order;
    private final Map<List<Integer>, Minimal> minimal = new HashMap<>();
    private final LongConsumer work;

    /** A signal and the gate that drives it. */
    record Equation(String name, Gate gate) {}

    /**
     * Builds the diagrams of all signals.
     *
     * @param stated inputs there are whether they are read or not
     * @param work is told of the steps, and may end it with an exception
     * @throws IllegalArgumentException if a signal is defined twice or rests on itself
     */
    GateNetwork(List<Equation> equations, Set<String> stated, LongConsumer work) {
        bdd = new Bdd(Bdd.DEFAULT_LIMIT, work);
        this.work = work;
        gates = gates(equations);
        inputs = inputs(gates, stated);
        for (int i = 0; i < inputs.size(); i++) {
            signals.put(inputs.get(i), bdd.variable(i));
        }
        order = new ArrayList<>(inOrder());
        for (String name : order) {
            signals.put(name, gate(name).in(bdd, this::signal));
        }
    }

    private static Map<String, Gate> gates(List<Equation> equations) {
        Map<String, Gate> gates = new LinkedHashMap<>();
        for (Equation equation : equations) {
            if (gates.put(equation.name(), equation.gate()) != null) {
                throw new IllegalArgumentException(equation.name() + " is defined twice");
            }
        }
        return gates;
    }

    /** The signals in an order in which each stands after those it reads. */
    private List<String> inOrder() {
        Set<String> done = new LinkedHashSet<>();
        Map<String, Iterator<String>> open = new HashMap<>();
        for (String first : gates.keySet()) {
            Deque<String> way = new ArrayDeque<>(List.of(first));
            while (!way.isEmpty()) {
                String name = way.peek();
                Iterator<String> reads =
                        open.computeIfAbsent(name, each -> reads(gate(each)).iterator());
                if (done.contains(name) || !reads.hasNext()) {
                    done.add(name);
                    way.pop();
                    continue;
                }
                String next = reads.next();
                if (gates.containsKey(next) && !done.contains(next)) {
                    if (open.containsKey(next)) {
                        throw new IllegalArgumentException(loop(next, way));
                    }
                    way.push(next);
                }
            }
        }
        return List.copyOf(done);
    }

    private static Set<String> reads(Gate gate) {
        Set<String> names = new LinkedHashSet<>();
        gate.collect(names);
        return names;
    }

    /** Says how a signal rests on itself; the latest of the way is on top. */
    private static String loop(String name, Deque<String> way) {
        List<String> through = new ArrayList<>();
        for (String each : way) {
            if (each.equals(name)) {
                break;
            }
            through.add(0, each);
        }
        return name + " rests on itself" + (through.isEmpty() ? "" : ", through " + shown(through))
                + "; feedback has no truth table";
    }

    private static List<String> inputs(Map<String, Gate> gates, Set<String> stated) {
        Set<String> read = new LinkedHashSet<>(stated);
        gates.values().forEach(gate -> gate.collect(read));
        read.removeAll(gates.keySet());
        List<String> names = new ArrayList<>(read);
        names.sort((a, b) -> index(a) != index(b) ? Long.compare(index(b), index(a)) : a.compareTo(b));
        return List.copyOf(names);
    }

    /** The number at the end of a name, or −1. */
    private static long index(String name) {
        int digits = name.length();
        while (digits > 0 && Character.isDigit(name.charAt(digits - 1)) && name.length() - digits < 9) {
            digits--;
        }
        return digits == name.length() ? -1 : Long.parseLong(name.substring(digits));
    }

    private int signal(String name) {
        Integer function = signals.get(name);
        if (function == null) {
            throw new IllegalArgumentException("there is no signal " + name);
        }
        return function;
    }

    /** The inputs, in the order of the diagram. */
    List<String> inputs() {
        return inputs;
    }

    /** Whether there is an equation for this signal. */
    boolean defines(String name) {
        return signals.containsKey(name) && !inputs.contains(name);
    }

    /**
     * The value of a signal where inputs have these values.
     *
     * @throws IllegalArgumentException if it depends on another input, or there is no such input
     */
    boolean value(String name, Map<String, Boolean> values) {
        int function = signal(name);
        int left = function;
        for (Map.Entry<String, Boolean> value : values.entrySet()) {
            int variable = inputs.indexOf(value.getKey());
            if (variable < 0) {
                throw new IllegalArgumentException(value.getKey() + " is no input of the logic; "
                        + (inputs.isEmpty() ? "it has none" : "its inputs are " + shown(inputs)));
            }
            left = bdd.cofactor(left, variable, value.getValue());
        }
        if (left > Bdd.TRUE) {
            List<String> example = new ArrayList<>();
            names(function).forEach(input -> example.add(input + " = 1"));
            throw new IllegalArgumentException(name + " is no truth value here, for it depends on "
                    + shown(names(left)) + "; a signal is one at given inputs, as in " + name + "(" + shown(example)
                    + ")");
        }
        return left == Bdd.TRUE;
    }

    /** How many literals the equation of a signal has as it is written. */
    int literals(String name) {
        return gate(name).literals();
    }

    private Gate gate(String name) {
        Gate gate = gates.get(name);
        if (gate == null) {
            throw new IllegalArgumentException("there is no equation for " + name);
        }
        return gate;
    }

    /**
     * The shortest sum of products of a signal.
     *
     * @param dontCare the signal that is 1 where the other one does not matter, or null
     * @throws IllegalArgumentException if the two depend on more than {@value Minimisation#MAX_INPUTS} inputs
     */
    Minimal minimalSum(String name, @Nullable String dontCare) {
        return minimal(name, signal(name), dontCare);
    }

    /** The shortest sum of products of a signal's complement, whose complement is the shortest product of sums of the signal. */
    Minimal minimalSumOfComplement(String name, @Nullable String dontCare) {
        return minimal(name, bdd.not(signal(name)), dontCare);
    }

    /**
     * A function minimised.
     *
     * @param inputs those it depends on, in the order of the products' bits
     * @param primes its prime implicants
     * @param essentials those that no sum of them can do without
     * @param sum products with the fewest literals
     */
    record Minimal(List<String> inputs, List<Product> primes, List<Product> essentials, List<Product> sum) {

        int literals() {
            return Minimisation.literals(sum);
        }

        /** As it is written: {@code A B + C'}. */
        String written() {
            List<String> products = new ArrayList<>();
            sum.forEach(product -> products.add(product.written(inputs)));
            products.sort(null);
            return products.isEmpty() ? "0" : String.join(" + ", products);
        }
    }

    private Minimal minimal(String name, int function, @Nullable String dontCare) {
        int any = dontCare == null ? Bdd.FALSE : signal(dontCare);
        Minimal known = minimal.get(List.of(function, any));
        return known != null ? known : minimised(name, function, any);
    }

    private Minimal minimised(String name, int function, int any) {
        BitSet both = bdd.support(function);
        both.or(bdd.support(any));
        int[] variables = both.stream()
                .boxed()
                .sorted(Comparator.comparing(inputs::get))
                .mapToInt(Integer::intValue)
                .toArray();
        List<String> names = Arrays.stream(variables).mapToObj(inputs::get).toList();
        if (names.size() > Minimisation.MAX_INPUTS) {
            throw new IllegalArgumentException(name + " depends on " + names.size() + " inputs, " + shown(names)
                    + "; functions of at most " + Minimisation.MAX_INPUTS + " are minimised");
        }
        Minimisation minimisation = Minimisation.of(table(function, variables), table(any, variables), work);
        Minimal result =
                new Minimal(names, minimisation.primes(), minimisation.essentials(), minimisation.minimalSum());
        minimal.put(List.of(function, any), result);
        return result;
    }

    /** A function of these variables; it does not depend on others. */
    private TruthTable table(int function, int[] variables) {
        boolean[] values = new boolean[inputs.size()];
        return TruthTable.of(variables.length, row -> {
            for (int i = 0; i < variables.length; i++) {
                values[variables[i]] = TruthTable.input(variables.length, row, i);
            }
            return bdd.evaluate(function, values);
        });
    }

    /** The inputs that a function depends on. */
    private List<String> names(int function) {
        List<String> names = new ArrayList<>();
        bdd.support(function).stream().forEach(variable -> names.add(inputs.get(variable)));
        names.sort(null);
        return names;
    }

    private static String shown(List<String> all) {
        return String.join(", ", all.subList(0, Math.min(all.size(), MAX_SHOWN)))
                + (all.size() > MAX_SHOWN ? ", …" : "");
    }

    /** The number of input combinations for which a signal is 1. */
    BigInteger models(String name) {
        return bdd.models(signal(name), inputs.size());
    }

    // ---- as written

    /**
     * A signal as its gates are written, down to the inputs.
     *
     * @throws IllegalArgumentException if they read more than {@value Minimisation#MAX_INPUTS} inputs
     */
    DoubleRail asWritten(String name) {
        Map<String, Gate> inside = inside(name);
        List<String> read = new ArrayList<>(leaves(inside).keySet());
        if (read.size() > Minimisation.MAX_INPUTS) {
            throw new IllegalArgumentException(name + " reads " + read.size() + " inputs, " + shown(read)
                    + "; gates of at most " + Minimisation.MAX_INPUTS + " are looked through");
        }
        return new DoubleRail(name, inside, read, work);
    }

    /** A signal and those that it rests on, each after those it reads. */
    private Map<String, Gate> inside(String name) {
        Set<String> needed = new LinkedHashSet<>(Set.of(name));
        for (int i = order.size() - 1; i >= 0; i--) {
            if (needed.contains(order.get(i))) {
                needed.addAll(reads(gate(order.get(i))));
            }
        }
        Map<String, Gate> inside = new LinkedHashMap<>();
        for (String each : order) {
            if (needed.contains(each)) {
                inside.put(each, gate(each));
            }
        }
        return inside;
    }

    /** The inputs that gates read, by their names. */
    private static Map<String, Gate> leaves(Map<String, Gate> inside) {
        Map<String, Gate> leaves = new TreeMap<>();
        inside.values().forEach(gate -> gate.leaves(leaves));
        leaves.keySet().removeAll(inside.keySet());
        return leaves;
    }

    Hazards hazards(String name) {
        return new Hazards(asWritten(name), work);
    }

    /** The name of a signal: the sum of the products that cover another one's static-1 hazards. */
    String hazardTerms(String name) {
        List<Gate> leaves = List.copyOf(leaves(inside(name)).values());
        return defined("hazard_terms(" + name + ")", Gate.sum(hazards(name).terms(), leaves));
    }

    /** The name of a signal: the product of the sums that cover another one's static-0 hazards. */
    String hazardFactors(String name) {
        List<Gate> leaves = List.copyOf(leaves(inside(name)).values());
        Gate complement = Gate.sum(hazards(name).complementsOfFactors(), leaves);
        return defined("hazard_factors(" + name + ")", new Gate.Not(complement));
    }

    private String defined(String name, Gate gate) {
        if (gates.put(name, gate) == null) {
            order.add(name);
            signals.put(name, gate.in(bdd, this::signal));
        }
        return name;
    }

    /** The static hazards of a signal, each with what covers it; none are told where they are not looked for. */
    List<String> accountOfHazards(String name) {
        if (leaves(inside(name)).size() > Minimisation.MAX_INPUTS) {
            return List.of();
        }
        DoubleRail written = asWritten(name);
        return written.isTransparent() ? new Hazards(written, work).account() : List.of();
    }

    /** A heading and a row for each input combination, in the order of binary numbers. */
    List<String> truthTable(List<String> signals) {
        List<TruthTable> tables = new ArrayList<>();
        for (String name : signals) {
            int function = signal(name);
            tables.add(TruthTable.of(inputs.size(), row -> bdd.evaluate(function, inputsOf(row))));
        }
        List<String> lines = new ArrayList<>();
        lines.add(String.join(" ", inputs) + " | " + String.join(" ", signals));
        for (int row = 0; row < 1 << inputs.size(); row++) {
            StringBuilder line = new StringBuilder();
            boolean[] values = inputsOf(row);
            for (int i = 0; i < values.length; i++) {
                line.append(cell(values[i], inputs.get(i)));
            }
            line.append("| ");
            for (int i = 0; i < tables.size(); i++) {
                line.append(cell(tables.get(i).value(row), signals.get(i)));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private boolean[] inputsOf(int row) {
        boolean[] values = new boolean[inputs.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = TruthTable.input(inputs.size(), row, i);
        }
        return values;
    }

    /** 0 or 1 below its heading. */
    private static String cell(boolean value, String heading) {
        return (value ? "1" : "0") + " ".repeat(heading.length());
    }

    /** An input combination for which two signals differ, as {@code A1=0 B1=1}, if there is one. */
    Optional<String> counterExample(String a, String b) {
        return bdd.counterExample(signal(a), signal(b), inputs.size()).map(values -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < values.length; i++) {
                text.append(i == 0 ? "" : " ").append(inputs.get(i)).append(values[i] ? "=1" : "=0");
            }
            return text.toString();
        });
    }
}
