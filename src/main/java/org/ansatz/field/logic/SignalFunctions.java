package org.ansatz.field.logic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ansatz.expression.type.Engine;
import org.ansatz.expression.type.Export;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Value;
import org.ansatz.quantity.Rational;
import org.jspecify.annotations.Nullable;

/** What a block {@code logic} tells of its signals: counts, shortest forms, classes of functions, hazards. */
final class SignalFunctions {

    static final Engine BDD = new Engine("bdd");

    /** How many gates may be asked about together. */
    private static final int MAX_GATES = 8;

    /** What a function of signals comes to. */
    private interface Rule {
        Value of(GateNetwork network, List<String> signals);
    }

    private static final Map<Export, Rule> RULES = rules();

    /** The functions, in the order of the manual. */
    static final List<Export> EXPORTS = List.copyOf(RULES.keySet());

    private SignalFunctions() {}

    private static Map<Export, Rule> rules() {
        Map<Export, Rule> rules = new LinkedHashMap<>();
        rules.put(
                number("models", "number of input combinations that give 1"),
                (network, signals) -> new Value.Exact(Rational.of(network.models(signals.get(0)))));
        rules.put(
                new Export(
                        "equivalent",
                        List.of(Type.SIGNAL, Type.SIGNAL),
                        List.of(),
                        Type.TRUTH,
                        BDD,
                        "whether two signals are equal"),
                (network, signals) -> Value.Truth.of(
                        network.counterExample(signals.get(0), signals.get(1)).isEmpty()));
        rules.put(
                number("literals", "literals of a signal's equation as written"),
                (network, signals) -> Value.Exact.of(network.literals(signals.get(0))));
        rules.put(
                minimal("prime_implicants", "number of prime implicants"),
                (network, signals) ->
                        Value.Exact.of(minimalSum(network, signals).primes().size()));
        rules.put(
                minimal("essential_prime_implicants", "number of essential prime implicants"),
                (network, signals) ->
                        Value.Exact.of(minimalSum(network, signals).essentials().size()));
        rules.put(
                minimal("minimal_sop", "fewest literals of a sum of products"),
                (network, signals) ->
                        Value.Exact.of(minimalSum(network, signals).literals()));
        rules.put(
                minimal("minimal_pos", "fewest literals of a product of sums"),
                (network, signals) -> Value.Exact.of(network.minimalSumOfComplement(signals.get(0), dontCare(signals))
                        .literals()));
        putClasses(rules);
        putHazards(rules);
        return Collections.unmodifiableMap(rules);
    }

    private static void putClasses(Map<Export, Rule> rules) {
        List<Type> more = Collections.nCopies(MAX_GATES - 1, Type.SIGNAL);
        rules.put(
                new Export(
                        "is_complete",
                        List.of(Type.SIGNAL),
                        more,
                        Type.TRUTH,
                        BDD,
                        "whether every Boolean function can be made of these gates alone"),
                (network, signals) -> Value.Truth.of(PostClasses.isComplete(classes(network, signals))));
        rules.put(
                new Export(
                        "is_complete_with_constants",
                        List.of(Type.SIGNAL),
                        more,
                        Type.TRUTH,
                        BDD,
                        "whether it can be made of these gates and the constants 0 and 1"),
                (network, signals) -> Value.Truth.of(PostClasses.isCompleteWithConstants(classes(network, signals))));
        putClass(rules, "preserves_0", "whether it is 0 where all its inputs are 0", PostClasses::preservesZero);
        putClass(rules, "preserves_1", "whether it is 1 where all its inputs are 1", PostClasses::preservesOne);
        putClass(
                rules,
                "is_self_dual",
                "whether it is turned over where all its inputs are turned over",
                PostClasses::isSelfDual);
        putClass(
                rules,
                "is_monotone",
                "whether no input that goes from 0 to 1 takes it from 1 to 0",
                PostClasses::isMonotone);
        putClass(rules, "is_linear", "whether it is an exclusive or of inputs and constants", PostClasses::isLinear);
    }

    private static void putClass(Map<Export, Rule> rules, String name, String help, Predicate<PostClasses> belongs) {
        rules.put(
                Export.function(name, Type.SIGNAL, Type.TRUTH, BDD, help),
                (network, signals) ->
                        Value.Truth.of(belongs.test(classes(network, signals).get(0))));
    }

    private static void putHazards(Map<Export, Rule> rules) {
        rules.put(
                number("static_1_hazards", "changes of one input at which a signal that stays 1 may be 0 for a moment"),
                (network, signals) ->
                        Value.Exact.of(network.hazards(signals.get(0)).all(true).size()));
        rules.put(
                number("static_0_hazards", "changes of one input at which a signal that stays 0 may be 1 for a moment"),
                (network, signals) -> Value.Exact.of(
                        network.hazards(signals.get(0)).all(false).size()));
        rules.put(
                signal("hazard_terms", "sum of the products that, added to a signal, cover its static-1 hazards"),
                (network, signals) -> new Value.Handle(network.hazardTerms(signals.get(0))));
        rules.put(
                signal(
                        "hazard_factors",
                        "product of the sums that, multiplied with a signal, cover its static-0 hazards"),
                (network, signals) -> new Value.Handle(network.hazardFactors(signals.get(0))));
    }

    private static Export number(String name, String help) {
        return Export.function(name, Type.SIGNAL, Type.INTEGER, BDD, help);
    }

    private static Export signal(String name, String help) {
        return Export.function(name, Type.SIGNAL, Type.SIGNAL, BDD, help);
    }

    /** A number found by minimising a signal; what is 1 where that does not matter may be a second argument. */
    private static Export minimal(String name, String help) {
        List<Type> signal = List.of(Type.SIGNAL);
        return new Export(name, signal, signal, Type.INTEGER, BDD, help, List.of(), List.of("dont_care"));
    }

    private static GateNetwork.Minimal minimalSum(GateNetwork network, List<String> signals) {
        return network.minimalSum(signals.get(0), dontCare(signals));
    }

    private static @Nullable String dontCare(List<String> signals) {
        return signals.size() < 2 ? null : signals.get(1);
    }

    private static List<PostClasses> classes(GateNetwork network, List<String> signals) {
        List<PostClasses> classes = new ArrayList<>();
        signals.forEach(
                signal -> classes.add(PostClasses.of(network.asWritten(signal).atRest())));
        return classes;
    }

    /** Whether this is one of the functions, at given inputs or not. */
    static boolean has(Export export) {
        return function(export) != null;
    }

    private static @Nullable Export function(Export export) {
        for (Export function : EXPORTS) {
            if (function.name().equals(export.name()) && function.required().equals(export.required())) {
                return function;
            }
        }
        return null;
    }

    /** What one of the functions comes to; a signal is told by its name. */
    static Value value(Export export, GateNetwork network, List<Value> arguments) {
        Export function = function(export);
        Rule rule = function == null ? null : RULES.get(function);
        if (rule == null) {
            throw new IllegalArgumentException("there is no function " + export.name());
        }
        List<String> signals = new ArrayList<>();
        for (Value argument : arguments) {
            if (argument instanceof Value.Handle handle) {
                signals.add((String) handle.of());
            }
        }
        return rule.of(network, signals);
    }
}
