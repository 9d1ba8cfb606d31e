package org.ansatz.field.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.FormulaNotation;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Op;
import org.ansatz.expression.syntax.Parser;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Registry;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.term.Uses;
import org.ansatz.expression.type.Type;
import org.ansatz.expression.value.Arithmetic;

/**
 * Formulas of Boolean algebra as they are written: {@code A'B + C}, {@code AB} being a product where A and B are inputs;
 * {@code ¬A}, {@code ~A}, {@code A·B}, {@code A ∧ B}, {@code A ∨ B}, {@code A ⊕ B} as well. Their value is 0 or 1.
 */
public final class BooleanNotation implements FormulaNotation {

    /** How a formula is to be written. */
    public enum Form {
        /** In any way. */
        ANY("any"),
        /** As a sum of products. */
        SUM("sum_of_products"),
        /** As a product of sums. */
        PRODUCT("product_of_sums"),
        /** As a sum of products with as few literals as there can be. */
        MINIMAL_SUM("minimal_sop"),
        /** As a product of sums with as few literals as there can be. */
        MINIMAL_PRODUCT("minimal_pos");

        private final String word;

        Form(String word) {
            this.word = word;
        }

        /** The words for all forms. */
        public static List<String> words() {
            List<String> words = new ArrayList<>();
            for (Form form : values()) {
                words.add(form.word);
            }
            return words;
        }

        /** The form of this word, which is one of {@link #words}. */
        public static Form of(String word) {
            return values()[words().indexOf(word)];
        }

        private boolean isProduct() {
            return this == PRODUCT || this == MINIMAL_PRODUCT;
        }

        private boolean isMinimal() {
            return this == MINIMAL_SUM || this == MINIMAL_PRODUCT;
        }
    }

    private static final Map<String, String> SIGNS = signs();
    private static final Scope NO_NAMES = Scope.outermost(new Registry(List.of(), List.of(), List.of(), List.of()));

    private final List<String> inputs;
    private final Form form;

    /**
     * The notation of functions of these inputs.
     *
     * @param inputs at most {@link Minimisation#MAX_INPUTS}
     */
    public BooleanNotation(List<String> inputs, Form form) {
        this.inputs = List.copyOf(inputs);
        this.form = form;
    }

    private static Map<String, String> signs() {
        Map<String, String> signs = new LinkedHashMap<>();
        signs.put("∧", "*");
        signs.put("·", "*");
        signs.put("⋅", "*");
        signs.put("&", "*");
        signs.put("∨", "+");
        signs.put("|", "+");
        signs.put("⊕", " xor ");
        signs.put("⊙", " xnor ");
        signs.put("\u2019", "'");
        signs.put("\u2032", "'");
        return signs;
    }

    @Override
    public String wanted() {
        return switch (form) {
            case ANY -> "";
            case SUM -> "a sum of products";
            case PRODUCT -> "a product of sums";
            case MINIMAL_SUM -> "a sum of products with as few literals as there can be";
            case MINIMAL_PRODUCT -> "a product of sums with as few literals as there can be";
        };
    }

    @Override
    public Expression read(String text, Scope scope) {
        return read(text, scope, Writer::number);
    }

    /** A condition is a Boolean function, too, {@code (AB)'}; or compares numbers, {@code 2*A + B <= 2}. */
    @Override
    public Expression condition(String text, Scope scope) {
        boolean compares = text.chars().anyMatch(c -> "=<>≤≥≠".indexOf(c) >= 0);
        return compares ? Expression.of(text, scope) : read(text, scope, Writer::truth);
    }

    private Expression read(String text, Scope scope, BiFunction<Writer, Gate, Term> write) {
        Gate gate = gate(text);
        Uses uses = Uses.NOTHING;
        Set<String> names = new LinkedHashSet<>();
        gate.collect(names);
        Map<String, Term> signals = new LinkedHashMap<>();
        for (String name : names) {
            Expression signal = Expression.of(name, scope);
            uses = uses.and(signal.uses());
            signals.put(name, signal.term());
        }
        Span span = new Span(0, text.length());
        return new Expression(text, write.apply(new Writer(span, signals), gate), uses, null, height(gate));
    }

    private Gate gate(String text) {
        String spelled = spelled(undefined(text));
        Set<String> read = new LinkedHashSet<>(inputs);
        Words words = new Words(Set.of(), Set.of(), Set.of(), read, Set.copyOf(inputs), name -> false);
        try {
            Node node = Parser.expression(spelled);
            return node.fold(new GateCompiler(spelled, NO_NAMES, words, null));
        } catch (ExpressionFault e) {
            // Signs of one letter may have become words, which moves what stands behind them.
            throw spelled.length() == text.length() ? e : new ExpressionFault(new Span(0, text.length()), e.message());
        }
    }

    /** The text without the name of what it defines, {@code Y = …}, for which spaces stand. */
    private static String undefined(String text) {
        int sign = text.indexOf('=');
        boolean defines = sign > 0 && !text.startsWith("==", sign) && "<>!".indexOf(text.charAt(sign - 1)) < 0;
        return defines ? " ".repeat(sign + 1) + text.substring(sign + 1) : text;
    }

    /** The text with the signs of logic as the language writes them; a complement before its operand becomes a prime behind. */
    private static String spelled(String text) {
        StringBuilder spelled = new StringBuilder();
        List<Integer> open = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("¬~!".indexOf(c) >= 0) {
                open.add(depth);
                continue;
            }
            spelled.append(SIGNS.getOrDefault(String.valueOf(c), String.valueOf(c)));
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            boolean digitsFollow = i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
            boolean ends = (Character.isLetterOrDigit(c) && !digitsFollow) || c == ')';
            while (ends && !open.isEmpty() && open.get(open.size() - 1) == depth) {
                open.remove(open.size() - 1);
                spelled.append('\'');
            }
        }
        return spelled.toString();
    }

    private static int height(Gate gate) {
        if (gate instanceof Gate.Not not) {
            return 1 + height(not.of());
        }
        return gate instanceof Gate.Join join ? 1 + Math.max(height(join.left()), height(join.right())) : 2;
    }

    /** Writes a function as a term of the language. */
    private record Writer(Span span, Map<String, Term> signals) {

        /** 1 where the function is true, and 0 elsewhere. */
        Term number(Gate gate) {
            return new Term.Choice(span, Type.INTEGER, truth(gate), constant(true), constant(false));
        }

        private Term constant(boolean one) {
            return new Term.Constant(span, Type.INTEGER, one ? Arithmetic.ONE : Arithmetic.ZERO, false);
        }

        private Term truth(Gate gate) {
            if (gate instanceof Gate.Constant fixed) {
                return isOne(constant(fixed.value()));
            }
            if (gate instanceof Gate.Signal signal) {
                return isOne(Objects.requireNonNull(signals.get(signal.name())));
            }
            if (gate instanceof Gate.Not not) {
                return new Term.Unary(span, Type.TRUTH, Op.NOT, truth(not.of()));
            }
            Gate.Join join = (Gate.Join) gate;
            return new Term.Logic(span, op(join.kind()), truth(join.left()), truth(join.right()));
        }

        private static Op op(Gate.Join.Kind kind) {
            return switch (kind) {
                case AND -> Op.AND;
                case OR -> Op.OR;
                case XOR -> Op.XOR;
            };
        }

        private Term isOne(Term number) {
            return new Term.Comparison(span, List.of(number, constant(true)), List.of(Op.EQUAL));
        }
    }

    // ---- forms

    @Override
    public String objection(String text, List<Map<String, Double>> points) {
        if (form == Form.ANY) {
            return "";
        }
        Gate gate = gate(text);
        boolean written = form.isProduct() ? isTwoLevel(gate, Gate.Join.Kind.AND) : isTwoLevel(gate, Gate.Join.Kind.OR);
        if (!written) {
            return form.isProduct()
                    ? "it is not written as a product of sums"
                    : "it is not written as a sum of products";
        }
        int fewest = form.isMinimal() ? fewest(gate, points) : Integer.MAX_VALUE;
        return gate.literals() > fewest ? "it has " + gate.literals() + " literals, and fewer are enough" : "";
    }

    /** The formula of a route if it is one and written as is demanded; else the shortest, which every form permits. */
    @Override
    public String said(String text, List<Map<String, Double>> points, List<Double> values) {
        if (isAsDemanded(text, points)) {
            return text;
        }
        boolean isProduct = form.isProduct();
        Map<Integer, Boolean> known = new HashMap<>();
        for (int i = 0; i < points.size(); i++) {
            known.put(row(points.get(i)), values.get(i) == 1);
        }
        TruthTable table = TruthTable.of(inputs.size(), row -> known.containsKey(row) && known.get(row) != isProduct);
        TruthTable dontCare = TruthTable.of(inputs.size(), row -> !known.containsKey(row));
        List<Product> sum = Minimisation.of(table, dontCare, steps -> {}).minimalSum();
        if (sum.isEmpty()) {
            return isProduct ? "1" : "0";
        }
        return sum.stream()
                .map(product -> isProduct ? product.complementWritten(inputs) : product.written(inputs))
                .sorted()
                .collect(Collectors.joining(isProduct ? " " : " + "));
    }

    private boolean isAsDemanded(String text, List<Map<String, Double>> points) {
        try {
            gate(text);
            return objection(text, points).isEmpty();
        } catch (ExpressionFault e) {
            return false; // a route may compute with numbers, and often there is no formula
        }
    }

    /** How few literals a function needs that is the same at these points, written in the form. */
    private int fewest(Gate gate, List<Map<String, Double>> points) {
        TruthTable table = TruthTable.of(inputs.size(), row -> value(gate, row) != form.isProduct());
        Set<Integer> matter = new HashSet<>();
        points.forEach(point -> matter.add(row(point)));
        TruthTable dontCare = TruthTable.of(inputs.size(), row -> !matter.contains(row));
        return Minimisation.literals(
                Minimisation.of(table, dontCare, steps -> {}).minimalSum());
    }

    private int row(Map<String, Double> point) {
        for (int row = 0; row < 1 << inputs.size(); row++) {
            boolean same = true;
            for (int i = 0; i < inputs.size(); i++) {
                same &= TruthTable.input(inputs.size(), row, i) == (point.getOrDefault(inputs.get(i), 0.0) == 1);
            }
            if (same) {
                return row;
            }
        }
        throw new IllegalArgumentException(point.toString());
    }

    private boolean value(Gate gate, int row) {
        if (gate instanceof Gate.Constant fixed) {
            return fixed.value();
        }
        if (gate instanceof Gate.Signal signal) {
            return TruthTable.input(inputs.size(), row, inputs.indexOf(signal.name()));
        }
        if (gate instanceof Gate.Not not) {
            return !value(not.of(), row);
        }
        Gate.Join join = (Gate.Join) gate;
        boolean left = value(join.left(), row);
        boolean right = value(join.right(), row);
        return switch (join.kind()) {
            case AND -> left && right;
            case OR -> left || right;
            case XOR -> left ^ right;
        };
    }

    /** Whether the outer operation joins terms in which the other one joins literals. */
    private static boolean isTwoLevel(Gate gate, Gate.Join.Kind outer) {
        if (gate instanceof Gate.Join join && join.kind() == outer) {
            return isTwoLevel(join.left(), outer) && isTwoLevel(join.right(), outer);
        }
        Gate.Join.Kind inner = outer == Gate.Join.Kind.OR ? Gate.Join.Kind.AND : Gate.Join.Kind.OR;
        return isOneLevel(gate, inner);
    }

    private static boolean isOneLevel(Gate gate, Gate.Join.Kind kind) {
        if (gate instanceof Gate.Join join) {
            return join.kind() == kind && isOneLevel(join.left(), kind) && isOneLevel(join.right(), kind);
        }
        return gate instanceof Gate.Signal
                || gate instanceof Gate.Constant
                || gate instanceof Gate.Not not && not.of() instanceof Gate.Signal;
    }
}
