package org.ansatz.exchange.qti;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.problem.Tolerance;
import org.ansatz.xml.Element;
import org.jspecify.annotations.Nullable;

/** What an item of QTI does with a response: tests, and the outcomes that follow from each. */
final class QtiRules {

    /**
     * A test and what follows from it.
     *
     * @param test null if nothing is asked
     * @param outcomes expressions by the names of outcomes
     */
    record Rule(@Nullable Element test, Map<String, Element> outcomes) {
        /** Copies, in the order of the file. */
        Rule {
            outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
        }

        /** The number that an outcome is set to; not a number if it is not set, or to none. */
        double number(String outcome) {
            Element expression = outcomes.get(outcome);
            return expression != null && expression.name().equals("baseValue")
                    ? QtiRules.number(expression.text())
                    : Double.NaN;
        }
    }

    /**
     * Numbers between two.
     *
     * @param value that is meant
     * @param tolerance how far others may be from it
     */
    record Range(double value, double tolerance) {}

    private static final double PERCENT = 100;
    private static final int MOST = 1000;

    private final List<Rule> rules = new ArrayList<>();
    private boolean isWhole = true;

    private QtiRules(@Nullable Element processing) {
        if (processing == null) {
            return;
        }
        for (Element child : processing.children()) {
            switch (child.name()) {
                case "responseCondition" -> child.children().forEach(this::branch);
                case "setOutcomeValue" -> add(null, List.of(child));
                default -> isWhole = false;
            }
        }
    }

    /** The rules of an element {@code responseProcessing}; none if it is missing. */
    static QtiRules of(@Nullable Element processing) {
        return new QtiRules(processing);
    }

    private void branch(Element branch) {
        List<Element> inside = branch.children();
        boolean hasTest = !branch.name().equals("responseElse") && !inside.isEmpty();
        add(hasTest ? inside.get(0) : null, inside.subList(hasTest ? 1 : 0, inside.size()));
    }

    private void add(@Nullable Element test, List<Element> actions) {
        Map<String, Element> outcomes = new LinkedHashMap<>();
        for (Element action : actions) {
            boolean isKnown = action.name().equals("setOutcomeValue")
                    && !action.children().isEmpty();
            isWhole &= isKnown;
            if (isKnown) {
                outcomes.put(action.attribute("identifier"), action.children().get(0));
            }
        }
        isWhole &= rules.size() < MOST;
        if (rules.size() < MOST) {
            rules.add(new Rule(test, outcomes));
        }
    }

    /** The rules, in their order. */
    List<Rule> rules() {
        return rules;
    }

    /** Whether there is nothing beside them. */
    boolean isWhole() {
        return isWhole;
    }

    /** A number as it is written; not a number if it is none. */
    static double number(String written) {
        try {
            return Double.parseDouble(written.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The identifiers in an expression that is one, or several together. */
    static List<String> identifiers(@Nullable Element expression) {
        if (expression == null) {
            return List.of();
        }
        if (expression.name().equals("baseValue")) {
            return List.of(expression.text().strip());
        }
        List<String> identifiers = new ArrayList<>();
        if (expression.name().equals("multiple")) {
            expression.children().forEach(child -> identifiers.addAll(identifiers(child)));
        }
        return identifiers;
    }

    /** Whether an expression is the response itself, by itself or in a container. */
    static boolean isResponse(Element expression, String response) {
        boolean isContainer =
                expression.name().equals("multiple") && expression.children().size() == 1;
        return isContainer
                ? isResponse(expression.children().get(0), response)
                : expression.name().equals("variable")
                        && expression.attribute("identifier").equals(response);
    }

    /**
     * The numbers for which a test holds.
     *
     * @param correct what the item says is right
     * @return null if that is no such test of this response
     */
    static @Nullable Range range(Element test, String response, double correct) {
        if (test.name().equals("and") && test.children().size() == 2) {
            return between(test.children(), response);
        }
        double value = compared(test, response, correct);
        double tolerance = Double.isNaN(value) ? Double.NaN : tolerance(test, value);
        return Double.isNaN(tolerance) ? null : new Range(value, tolerance);
    }

    /** The number that a test compares the response with; not a number if it does not. */
    private static double compared(Element test, String response, double correct) {
        double value = Double.NaN;
        boolean asksResponse = false;
        for (Element operand : test.children()) {
            if (isResponse(operand, response)) {
                asksResponse = true;
            } else {
                boolean isCorrect = operand.name().equals("correct")
                        && operand.attribute("identifier").equals(response);
                boolean isNumber = operand.name().equals("baseValue");
                value = isCorrect ? correct : isNumber ? number(operand.text()) : Double.NaN;
            }
        }
        return asksResponse && test.children().size() == 2 ? value : Double.NaN;
    }

    private static double tolerance(Element test, double value) {
        String[] written = test.attribute("tolerance").strip().split("\\s+");
        double wider = Math.max(number(written[0]), number(written[written.length - 1]));
        int figures = (int) number(test.attribute("figures"));
        return switch (test.name()) {
            case "match" -> 0;
            case "equal" ->
                switch (test.attribute("toleranceMode")) {
                    case "absolute" -> wider;
                    case "relative" -> Math.abs(value) * wider / PERCENT;
                    default -> 0;
                };
            case "equalRounded" ->
                test.attribute("roundingMode").equals("decimalPlaces")
                        ? Math.pow(10, -figures) / 2
                        : figures > 0 ? new Tolerance.Significant(figures).half(Math.abs(value)) : Double.NaN;
            default -> Double.NaN;
        };
    }

    /** Two bounds, in any order. */
    private static @Nullable Range between(List<Element> tests, String response) {
        double low = Double.NaN;
        double high = Double.NaN;
        for (Element test : tests) {
            boolean isAbove = test.name().startsWith("gt");
            boolean isBelow = test.name().startsWith("lt");
            double bound = isAbove || isBelow ? compared(test, response, Double.NaN) : Double.NaN;
            boolean isFirst = !Double.isNaN(bound) && isResponse(test.children().get(0), response);
            if (isAbove == isFirst) {
                low = bound;
            } else {
                high = bound;
            }
        }
        return low <= high ? new Range((low + high) / 2, (high - low) / 2) : null;
    }
}
