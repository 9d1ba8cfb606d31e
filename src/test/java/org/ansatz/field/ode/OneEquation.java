package org.ansatz.field.ode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ansatz.bank.Yaml;
import org.ansatz.expression.type.Estimate;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Verdict;
import org.ansatz.verify.Verifier;

/** A problem of one route, which asks an {@code ode} for a number. */
final class OneEquation {

    private OneEquation() {}

    /** What verification makes of it; {@code from} is an initial value, or several in brackets. */
    static Verdict verdict(String ode, String from, String value) {
        return Verifier.published(
                Yaml.problem("""
                title: An equation
                statement: What is left?
                answer: {kind: number}
                routes:
                  integration:
                    ode: "%s"
                    from: %s
                    value: %s
                """.formatted(ode, from.startsWith("[") ? from : '"' + from + '"', value)), List.of());
    }

    /** The number that it finds. */
    static Estimate found(String ode, String from, String value) {
        Verdict verdict = verdict(ode, from, value);
        Evidence evidence = verdict.findings().get(0).evidence();
        assertThat(evidence).as(verdict.judgement().reason()).isInstanceOf(Evidence.Values.class);
        return ((Evidence.Values) evidence).first();
    }
}
