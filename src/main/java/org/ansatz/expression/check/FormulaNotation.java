package org.ansatz.expression.check;

import java.util.List;
import java.util.Map;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Scope;

/** How the formulas of a question are written: as the language writes them, or as is usual in their field. */
public interface FormulaNotation {

    /** As the language writes them. */
    FormulaNotation PLAIN = Expression::of;

    /**
     * Reads a formula.
     *
     * @throws ExpressionFault with the place and what would be right
     */
    Expression read(String text, Scope scope);

    /**
     * Reads a condition on what a formula is of.
     *
     * @throws ExpressionFault with the place and what would be right
     */
    default Expression condition(String text, Scope scope) {
        return Expression.of(text, scope);
    }

    /** Whether it is another than the language's. */
    default boolean isOwn() {
        return this != PLAIN;
    }

    /**
     * Why a formula that is right is not written as the question demands, or an empty text.
     *
     * @param text which {@link #read} reads
     * @param points at which it matters what the formula is: what its variables are there
     */
    default String objection(String text, List<Map<String, Double>> points) {
        return "";
    }

    /**
     * How an answer is said that is known at points, as the question demands it.
     *
     * @param text a formula for it, which stays if it is written so; empty if none is known
     * @param points what the variables are there
     * @param values what the function is there
     */
    default String said(String text, List<Map<String, Double>> points, List<Double> values) {
        return text;
    }

    /** What a person is told of how to write them; empty if they are written as anywhere. */
    default String wanted() {
        return "";
    }
}
