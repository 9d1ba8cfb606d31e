package org.ansatz.expression.notation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.syntax.Node;
import org.ansatz.expression.syntax.Span;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Shape;
import org.jspecify.annotations.Nullable;

/** The names that a formula may be made of, and the words that are several of them: {@code kt} where k and t are known. */
final class Names {

    private static final int LONGEST = 60;

    private final Scope scope;
    private final String text;
    private final Deque<String> bound = new ArrayDeque<>();

    Names(Scope scope, String text) {
        this.scope = scope;
        this.text = text;
    }

    /** How many names are bound. */
    int bound() {
        return bound.size();
    }

    /** A name is bound from now on. */
    void bind(String name) {
        bound.addLast(name);
    }

    /** No more than so many names are bound from now on. */
    void releaseTo(int count) {
        while (bound.size() > count) {
            bound.removeLast();
        }
    }

    /** Whether a name is one of the language's own: a constant, a function or a binder. */
    boolean isOfLanguage(String name) {
        return scope.registry().constant(name) != null
                || scope.registry().function(name) != null
                || scope.registry().binder(name) != null;
    }

    /** Whether a name is bound or declared here. */
    boolean isDeclared(String name) {
        Binding binding = scope.find(name);
        return bound.contains(name) || binding != null && !(binding instanceof Binding.Later);
    }

    /** The shape of a declared name; null if it is not known. */
    @Nullable
    Shape shape(String name) {
        if (bound.contains(name)) {
            return Shape.SCALAR;
        }
        Binding binding = scope.find(name);
        if (binding instanceof Binding.Variable variable) {
            return variable.type().shape();
        }
        if (binding instanceof Binding.Step step) {
            return step.term().type().shape();
        }
        return binding instanceof Binding.Constant constant ? constant.type().shape() : null;
    }

    /** Whether a name is that of one number, and of no sequence or signal. */
    boolean isNumber(String name) {
        Binding binding = scope.find(name);
        boolean isValue =
                bound.contains(name) || binding instanceof Binding.Variable || binding instanceof Binding.Step;
        Shape shape = isValue ? shape(name) : null;
        return shape != null && shape.isScalar();
    }

    /** Whether a name is that of a matrix. */
    boolean isMatrix(String name) {
        Shape shape = shape(name);
        return shape != null && !shape.isScalar();
    }

    /** Whether a name is that of a function and of nothing else. */
    boolean isFunction(String name) {
        return !isDeclared(name)
                && scope.registry().function(name) != null
                && scope.registry().constant(name) == null;
    }

    /** The names of which a word is made; empty if it is made of none. */
    List<String> madeOf(Node.Name node) {
        String word = node.name();
        int length = word.length();
        int[] ways = new int[length + 1];
        int[] last = new int[length + 1];
        ways[0] = 1;
        for (int end = 1; end <= length && length <= LONGEST; end++) {
            for (int start = 0; start < end; start++) {
                String part = word.substring(start, end);
                boolean isBase = part.equals("e")
                        && end == length
                        && isRaised(node.span().end());
                boolean isUnit = start == 0
                        && end < length
                        && part.equals("j")
                        && scope.registry().constant("j") != null;
                if (ways[start] > 0 && (isDeclared(part) || part.equals("pi") || isBase || isUnit)) {
                    ways[end] = Math.min(2, ways[end] + ways[start]);
                    last[end] = start;
                }
            }
        }
        if (ways[length] > 1) {
            throw new ExpressionFault(
                    node.span(),
                    "'" + word + "' can be cut into names in more than one way; write the signs of its products");
        }
        List<String> names = new ArrayList<>();
        for (int end = length; ways[length] == 1 && end > 0; end = last[end]) {
            names.add(0, word.substring(last[end], end));
        }
        return names;
    }

    private boolean isRaised(int end) {
        return end < text.length() && text.charAt(end) == '^';
    }

    /** The part of {@code Vpcos} that stands before its function, if it is made of names; or null. */
    Node.@Nullable Name beforeFunction(Node.Name node) {
        String word = node.name();
        boolean isKnown = scope.find(word) != null
                || scope.registry().function(word) != null
                || scope.registry().binder(word) != null;
        for (int i = 1; i < word.length() && !isKnown; i++) {
            Span span = new Span(node.span().start(), node.span().start() + i);
            Node.Name prefix = new Node.Name(span, word.substring(0, i));
            if (isFunction(word.substring(i)) && !madeOf(prefix).isEmpty()) {
                return prefix;
            }
        }
        return null;
    }

    /** Whether a name before brackets is a quantity, or made of several, so that a product is meant. */
    boolean isFactor(Node.Name node) {
        Binding binding = scope.find(node.name());
        boolean isQuantity = bound.contains(node.name())
                || binding instanceof Binding.Variable
                || binding instanceof Binding.Step
                || binding instanceof Binding.Constant;
        boolean isKnown = binding != null
                || scope.registry().function(node.name()) != null
                || scope.registry().binder(node.name()) != null
                || Set.of("if", "bits").contains(node.name());
        return isQuantity || !isKnown && !madeOf(node).isEmpty();
    }
}
