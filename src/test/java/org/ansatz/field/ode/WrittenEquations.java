package org.ansatz.field.ode;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ansatz.bank.BankLoader;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.evaluation.Model;
import org.ansatz.expression.term.Sample;
import org.ansatz.expression.term.Scope;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Value;
import org.ansatz.field.Language;
import org.ansatz.field.block.BlockKind;
import org.ansatz.field.block.Fields;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Question;

/** Equations as they are read from a problem, for tests of what is made of them. */
record WrittenEquations(DifferentialEquations equations, Frame frame) {

    static WrittenEquations of(List<String> ode, List<String> from) {
        return of("", ode, from);
    }

    /** Equations with steps before them, one a line. */
    static WrittenEquations of(String let, List<String> ode, List<String> from) {
        String steps = let.isEmpty() ? "" : "let: |\n  " + let.replace("\n", "\n  ") + "\n";
        String text = "title: An equation\nstatement: Solve it.\nanswer: {kind: number}\n" + steps
                + "routes:\n  integration:\n    ode:\n" + lines(ode) + "    from:\n" + lines(from)
                + "    value: x(1)\n";
        Keeper keeper = new Keeper();
        var bank = new BankLoader(Language.registry(), List.of(keeper))
                .problem(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test.yaml")
                .bank();
        if (!bank.faults().isEmpty()) {
            throw new AssertionError(bank.faults().toString());
        }
        Problem problem = bank.problems().values().iterator().next();
        return new WrittenEquations(keeper.found.get(0), problem.published().frame());
    }

    private static String lines(List<String> items) {
        StringBuilder lines = new StringBuilder();
        items.forEach(item -> lines.append("      - ").append(item).append('\n'));
        return lines.toString();
    }

    private static final class Keeper implements BlockKind {
        private final List<DifferentialEquations> found = new ArrayList<>();

        @Override
        public String key() {
            return "ode";
        }

        @Override
        public DifferentialEquations read(Fields route, Scope scope, Question question) {
            found.add(new OdeBlock().read(route, scope, question));
            return found.get(0);
        }
    }

    InitialValueProblem problem() {
        return equations.problem(frame.rested());
    }

    HighestDerivatives slopes() {
        return new HighestDerivatives(equations, frame.rested());
    }

    Model model() {
        return equations.solve(frame.rested(), Sample.inside(0, 0));
    }

    /** A function of the block at a point. */
    Estimate at(Model model, int function, double t) {
        return model.evaluate(equations.unknowns().get(function).exports().get(0), List.of(new Value.Real(t)), frame);
    }
}
