package org.ansatz.route;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Binding.Role;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.term.Uses;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Refused;
import org.ansatz.problem.Plot;

/** Which names have a value in a plot: the data, what it runs over, what it fixes; and what is asked, for each option. */
final class PlotNames {

    private final Set<String> known = new HashSet<>();
    private final Scope scope;

    PlotNames(List<Plot.Over> over, List<Plot.Fixed> with, Scope scope) {
        this.scope = scope;
        for (Plot.Over each : over) {
            known.add(each.ranged().name());
        }
        for (Plot.Fixed each : with) {
            known.add(each.variable().name());
        }
    }

    /**
     * Requires that each name has one.
     *
     * @throws Refused after reporting the first that has none
     */
    void require(Uses uses, boolean eachOption, Fields fields) {
        for (String name : uses.names()) {
            Binding binding = scope.find(name);
            Role role = binding instanceof Binding.Variable ? ((Binding.Variable) binding).role() : Role.ASKED;
            boolean asked = role == Role.ASKED && eachOption;
            if (!asked && role != Role.GIVEN && !known.contains(name)) {
                throw fields.fault(name + " has no value here: " + advice(name, role));
            }
        }
    }

    private static String advice(String name, Role role) {
        if (role == Role.ASKED) {
            return "it is what is asked; draw it for 'each option', or plot over it";
        }
        return role == Role.UNKNOWN
                ? "define it in 'let', as the claims' quantities are defined by each route"
                : "plot over it, or fix it: with: {" + name + ": …}";
    }
}
