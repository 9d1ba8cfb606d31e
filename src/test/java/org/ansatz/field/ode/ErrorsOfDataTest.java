package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.ansatz.bank.Yaml;
import org.ansatz.expression.evaluation.Folding;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Term;
import org.ansatz.expression.type.Estimate;
import org.ansatz.expression.value.Arithmetic;
import org.ansatz.expression.value.Value;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in the data of equations is wrong in their solution, however small the error of the method. */
final class ErrorsOfDataTest {

    private static Estimate found(String let, String ode, String from, String value) {
        String text = """
                title: An equation
                statement: Solve it.
                answer: {kind: number}
                %sroutes:
                  integration:
                    ode:
                      - "%s"
                    from:
                      - "%s"
                    value: "%s"
                """.formatted(
                        let.isEmpty() ? "" : "let: |\n  " + let.replace("; ", "\n  ") + "\n",
                        ode.replace("; ", "\"\n      - \""),
                        from.replace("; ", "\"\n      - \""),
                        value);
        Problem problem = Yaml.problem(text);
        Evidence evidence = problem.routes().get(0).evidence(problem.published());
        return ((Evidence.Values) evidence).first();
    }

    /** Where the datum is nothing but its rounding, so that nothing is known of what is 1e15 times as large. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''| u' == -(sqrt(2)^2 - 2)*1e15*u| u(0) == 1| u(1)| 1",
                "''| u' == -u| u(0) == (sqrt(2)^2 - 2)*1e15| u(1)| 0",
                "''| u' == -u| u((sqrt(2)^2 - 2)*1e15) == 1| u(1)| 0.36787944117144233",
                "k = (sqrt(3)^2 - 3)*1e15; r = 1 + k| u' == -r*u| u(0) == 1| u(1)| 0.36787944117144233",
                "''| u' == if(u > 0.5, (sqrt(2)^2 - 2)*1e15, 1)| u(0) == 1| u(1)| 1",
                "''| u' == sum((sqrt(2)^2 - 2)*1e15*k*u for k in 1:3)| u(0) == 1| u(1)| 1",
                "''| u' == v; v' == -(sqrt(2)^2 - 2)*1e15*u| u(0) == 1; v(0) == 1| u(1)| 2",
                "''| u' == -u*cos(t)*(sqrt(2)^2 - 2)*1e15| u(0) == 1| u(1)| 1",
                "''| u' == (sqrt(2)^2 - 2)*1e15*sqrt(u + 1)| u(0) == 1| u(-1)| 1",
                "f(x) = x*(sqrt(2)^2 - 2)*1e15| u' == -f(u)| u(0) == 1| u(1)| 1",
                // Starts beside a place from which it is driven away.
                "''| u' == 35*(u - 2)| u(0) == sqrt(2)^2| u(1)| 2",
                "k = exp(-log(49))| u' == 49*u - 1| u(0) == k| u(1)| 0.02040816326530612",
                "''| u' == 35*(u + 1/10 + 1/5 - 3/10*exp(0))| u(0) == 0| u(1)| 0"
            })
    void areErrorsOfWhatItFinds(String let, String ode, String from, String value, double truth) {
        Estimate found = found(let, ode, from, value);
        assertThat(Math.abs(Arithmetic.real(found.value()) - truth)).isLessThanOrEqualTo(found.error());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''| u' == -sqrt(2)*u| u(0) == exp(1)| u(1)| 0.6608598014068279",
                "k = pi^2; w = sqrt(k)| u'' == -w^2*u| u(0) == 0; u'(0) == w| u(1/2)| 1",
                "''| u' == if(u > 5, 1/(sqrt(2) - sqrt(2)), -u/10)| u(0) == 1| u(1)| 0.904837418035960",
                "''| u' == -u^(1/3)| u(0) == 1| u(3/10)| 0.715541752799933"
            })
    void thatAreOnlyRoundedLeaveItsDigits(String let, String ode, String from, String value, double truth) {
        Estimate found = found(let, ode, from, value);
        assertThat(Math.abs(Arithmetic.real(found.value()) - truth)).isLessThan(1e-9);
        assertThat(found.error()).isLessThan(1e-9);
    }

    /** What the names of a place stand for is never put for it where the place has another value. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x' == f(x) + w*derivative(y^2*w for y at x)",
                "x' == w + derivative(x*w^2 for w at 3)",
                "x' == sum(w*k*x for k in 1:3)",
                "x' == g(x)*s + max(w, x)",
                "x' == f(x) + f(w)",
                "x' == sum(q[n] for n in 1:3)*x",
                "x' == [w, 1]*[x; w]",
                "x' == if(x > w or w > 5, w, -w)"
            })
    void foldingLeavesTheValue(String ode) {
        WrittenEquations written = WrittenEquations.of(
                "w = sqrt(5) + 1e3*(sqrt(2)^2 - 2)\ns = w*2\nf(y) = y^2*w\ng(y) = y*s\nq[1] = 1\nq[n] = q[n-1]*w",
                List.of(ode),
                List.of("x(0) == 1"));
        DifferentialEquations equations = written.equations();
        List<Binding.Variable> variables = new ArrayList<>(equations.inputs());
        variables.add(equations.unknowns().get(0).highest());
        Frame frame = written.frame().rested();
        Folding folding = new Folding(variables, frame);
        Term folded = folding.folded(equations.residuals().get(0));
        assertThat(folding.isExact()).isFalse();
        Frame at = frame;
        for (int i = 0; i < variables.size(); i++) {
            at = at.with(variables.get(i), new Value.Real(0.25 + i));
        }
        assertThat(Arithmetic.real(at.value(folded)))
                .isEqualTo(Arithmetic.real(at.value(equations.residuals().get(0))));
        // Where errors are simulated they are thrown once: the folded term is the same at every look.
        Term moved = new Folding(variables, frame.jittered(1))
                .folded(equations.residuals().get(0));
        assertThat(Arithmetic.real(at.value(moved)))
                .isEqualTo(Arithmetic.real(at.value(moved)))
                .isNotEqualTo(Arithmetic.real(at.value(folded)));
    }
}
