package org.ansatz.trial;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Case;
import org.ansatz.problem.Given;
import org.ansatz.problem.Problem;

/** What was tried of each given that is drawn, for a person to see. */
final class Distribution {

    private Distribution() {}

    /** {@code f1 = 300 MHz to 900 MHz, 17 values}. */
    static Map<String, String> of(Problem problem, List<Trying> cases) {
        Set<String> drawn = new TreeSet<>();
        if (problem.variants() != null) {
            problem.variants().draws().forEach(draw -> drawn.add(draw.variable().name()));
        }
        Map<String, String> told = new LinkedHashMap<>();
        told.put("cases", String.valueOf(cases.size()));
        for (Given given : problem.givens()) {
            if (drawn.contains(given.name())) {
                told.put(given.name(), range(problem, given, cases));
            }
        }
        return Collections.unmodifiableMap(told);
    }

    private static String range(Problem problem, Given given, List<Trying> cases) {
        TreeMap<Double, String> values = new TreeMap<>();
        for (Trying each : cases) {
            Case data = each.seen(problem);
            Value value = data == null ? null : data.frame().value(given.variable());
            if (data != null && value != null && !(value instanceof Value.Array)) {
                String shown = Input.shown(given).show(data.frame());
                values.put(Arithmetic.real(value), shown.substring(shown.indexOf("= ") + 2));
            }
        }
        if (values.isEmpty()) {
            return "no single numbers";
        }
        return values.firstEntry().getValue() + " to " + values.lastEntry().getValue() + ", " + values.size()
                + (values.size() == 1 ? " value" : " values");
    }
}
