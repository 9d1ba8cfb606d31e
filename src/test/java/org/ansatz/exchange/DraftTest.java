package org.ansatz.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ansatz.bank.Yaml;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Loss;
import org.junit.jupiter.api.Test;

/** What an author of another program's question goes on with. */
final class DraftTest {

    private static List<Item> moodle() throws Exception {
        return Importer.read(Files.readAllBytes(Path.of("src/test/resources/exchange/moodle.xml")))
                .items();
    }

    @Test
    void aChoiceIsAFileWithEverythingButItsRoutes() throws Exception {
        Draft draft = Draft.of(moodle().get(0));
        assertThat(draft.path()).isEqualTo("electronique/ac-dc/time-constant");
        assertThat(draft.key()).isEqualTo("A");
        assertThat(draft.yaml()).isEqualTo("""
                title: Time constant
                topic: electronique/ac-dc
                marks: 2
                statement: |
                  A resistor $R_{{1}$ = 1 kΩ feeds **one** capacitor. What is $\\tau = R_1 C$ for 1µF?

                  - ideal parts

                  - $$x^{{2}$$

                  [the circuit]
                answer:
                  kind: mcq
                  options:
                    A: 1 ms
                    B: 1 us
                    C: {text: "it never ends", claim: }
                # Left to write: what each option of words claims, of quantities that the routes find.
                hints:
                  - |
                    Multiply.
                solution: |
                  It is RC.
                # Left to write: two or more independent ways to the answer (docs/authoring.md), and its data under
                # 'given', so that statement and solution can name them: {R1}.
                routes:
                # What is said of wrong answers. Each is a misconception once its model is written:
                # misconceptions:
                #   - says: "Kilo was lost."  # where B is chosen
                """);
    }

    @Test
    void aNumberHasItsUnitToleranceAndKey() throws Exception {
        Draft draft = Draft.of(moodle().get(1));
        assertThat(draft.key()).isEqualTo("2 V");
        assertThat(draft.yaml()).contains("answer:\n  kind: number\n  unit: V\n  tolerance: 0.05 V\n");
        assertThat(draft.losses()).extracting(Loss::what).contains("marks are a whole number, not 0.5");
    }

    /** A draft becomes a problem by its routes alone, and the key of the other program is then audited. */
    @Test
    void withRoutesADraftIsAProblem() throws Exception {
        Draft draft = Draft.of(moodle().get(1));
        String whole = draft.yaml()
                .replace("routes:\n", "given: {I: 2 mA, R: 1 kohm}\nroutes:\n  law: I*R\n  power: sqrt(I^2*R*R)\n");
        assertThat(Yaml.problem(whole).routes()).hasSize(2);
        assertThat(Yaml.faults(Yaml.read(draft.yaml())).toString()).contains("routes");
    }

    @Test
    void hostileTextsStayTexts() {
        Item plain = Samples.item(Samples.LAMP);
        Item hostile = new Item(
                "",
                "../../etc/passwd: {x}\n- y",
                "../..",
                "a: b\n# no comment\n--- {1/0} \u202e",
                /* illustration= */ null,
                "",
                plain.interaction(),
                1,
                0,
                "",
                List.of("%s"),
                List.of(),
                Map.of());
        Draft draft = Draft.of(hostile);
        assertThat(draft.path()).isEqualTo("etc-passwd-x-y");
        assertThat(draft.yaml()).contains("title: \"../../etc/passwd: {x} - y\"\n", "--- {{1/0}");
    }
}
