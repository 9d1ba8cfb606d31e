package org.ansatz.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.ansatz.bank.Bank;
import org.ansatz.bank.BankLoader;
import org.ansatz.bank.Document;
import org.ansatz.bank.Fault;
import org.ansatz.cli.Main;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.check.Reply;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.syntax.ExpressionFault;
import org.ansatz.expression.term.Scope;
import org.ansatz.field.Language;
import org.ansatz.field.block.Fields;
import org.ansatz.field.block.Refused;
import org.ansatz.quantity.Dimension;
import org.ansatz.quantity.Unit;
import org.ansatz.quantity.Units;
import org.ansatz.request.EvalRequest;
import org.ansatz.verify.Verifier;

/**
 * Whatever strangers write is answered: no exception, no hang, nothing for the terminal to obey. In a build the inputs in
 * {@code HostileInputFuzzITInputs} are tried again; {@code .ci/fuzz} looks for more.
 */
final class HostileInputFuzzIT {

    private static final Unit OHM = Objects.requireNonNull(Units.find("ohm"));

    @FuzzTest(maxDuration = "10m")
    void problemFile(byte[] bytes) {
        Bank bank = new BankLoader(Language.registry(), Language.blockKinds())
                .problem(new ByteArrayInputStream(bytes), "fuzz")
                .bank();
        for (Fault fault : bank.faults()) {
            assertThat(fault.message()).isNotBlank();
            assertThat(fault.place().line()).isPositive();
            assertThat(fault.place().column()).isPositive();
        }
        assertThat(bank.faults().isEmpty()).isNotEqualTo(bank.problems().isEmpty());
        bank.problems()
                .values()
                .forEach(problem -> assertThat(Verifier.published(problem, List.of())
                                .judgement()
                                .reason())
                        .doesNotContain("internal error"));
    }

    @FuzzTest(maxDuration = "10m")
    void expression(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Scope scope = Scope.outermost(Language.registry());
        try {
            Expression expression = Expression.of(text, scope);
            Frame.of(scope.layout()).value(expression.term());
        } catch (ExpressionFault e) {
            assertThat(e.message()).isNotBlank();
            assertThat(e.span().start()).isBetween(0, text.length());
        }
    }

    @FuzzTest(maxDuration = "10m")
    void reply(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Units.parse(text);
        Scope scope = Scope.outermost(Language.registry());
        Reply reply = Reply.of(text, Dimension.IMPEDANCE, OHM, scope);
        if (!(reply instanceof Reply.Unreadable)) {
            try {
                Frame.of(scope.layout()).value(reply.quantity().term());
            } catch (ExpressionFault e) {
                assertThat(e.message()).isNotBlank();
            }
        }
    }

    @FuzzTest(maxDuration = "10m")
    void netlist(byte[] bytes) {
        StringBuilder request = new StringBuilder("expression: v(1)\nrun: transient 1 ms\ncircuit: |\n");
        new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> request.append("  ").append(line).append('\n'));
        Document document = Document.of("fuzz", request.toString());
        Fields fields = document.fields();
        try {
            if (fields != null) {
                EvalRequest.read(fields, Language.registry(), Language.blockKinds())
                        .answer();
            }
        } catch (Refused e) {
            assertThat(document.faults()).isNotEmpty();
        }
    }

    @FuzzTest(maxDuration = "10m")
    void requests(byte[] bytes) {
        for (String command : new String[] {"eval", "equal", "grade"}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Main.run(
                    new String[] {command, "--jsonl"},
                    new ByteArrayInputStream(bytes),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    Path.of(""));
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .doesNotContain("internal error")
                    .doesNotContain("\u001b");
            assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        }
    }
}
