package org.ansatz.bank;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.expression.Scope;
import org.ansatz.problem.Answer;
import org.ansatz.problem.Given;
import org.ansatz.problem.Question;
import org.ansatz.problem.Route;
import org.ansatz.quantity.Units;

/** What is allowed in a problem but may not be meant: givens that nothing uses, names that hide units or constants. */
final class Remarks {

    private final SourceFile file;
    private final Section top;
    private final Scope scope;

    Remarks(SourceFile file, Section top, Scope scope) {
        this.file = file;
        this.top = top;
        this.scope = scope;
    }

    List<String> on(List<Given> givens, Question question, Answer answer, List<Route> routes) {
        Set<String> used = new TreeSet<>();
        routes.forEach(route -> used.addAll(route.names()));
        answer.options()
                .forEach(option -> used.addAll(option.expression().uses().names()));
        question.conditions().forEach(condition -> used.addAll(condition.uses().names()));
        for (int i = givens.size() - 1; i >= 0; i--) {
            if (used.contains(givens.get(i).name())) {
                used.addAll(givens.get(i).published().uses().names());
            }
        }
        List<String> remarks = new ArrayList<>();
        for (Given given : givens) {
            String name = given.name();
            if (!used.contains(name)) {
                remarks.add(at(name) + "the given '" + name + "' is used by no route");
            }
            if (scope.registry().constant(name) != null) {
                remarks.add(at(name) + "'" + name + "' hides the constant of that name");
            } else if (Units.find(name) != null) {
                remarks.add(at(name) + "'" + name + "' hides the unit of that name in formulas");
            }
        }
        return remarks;
    }

    private String at(String given) {
        return file.place(top.fields("given").key(given).start()) + ": ";
    }
}
