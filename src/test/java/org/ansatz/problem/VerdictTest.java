package org.ansatz.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.ansatz.bank.Bank;
import org.ansatz.bank.FrozenBank;
import org.ansatz.bank.Yaml;
import org.ansatz.verify.Verifier;
import org.junit.jupiter.api.Test;

/** What a verdict tells a program, which has nothing to parse. */
final class VerdictTest {

    private static final Bank KINDS = Bank.load(Path.of("src/test/resources/junit/kinds"));

    private static Verdict frozen(String id) {
        Problem problem = FrozenBank.bank().problem(id);
        return Verifier.published(problem, FrozenBank.bank().keysOf(problem));
    }

    private static Verdict kind(String id) {
        return Verifier.published(KINDS.problem(id), List.of());
    }

    @Test
    void aChoiceHasLettersAndWhatTheOptionOffers() {
        Verdict verdict = frozen("q28");
        Outcome answer = verdict.answer().orElseThrow();
        assertThat(verdict.passes()).isTrue();
        assertThat(answer.letters()).containsExactly("C");
        assertThat(answer.value().orElseThrow().in("cm")).isEqualTo(158);
        assertThat(answer.value()).hasToString("Optional[1.58 m]");
        assertThat(verdict.accord().orElseThrow()).isEqualTo(new Accord(2, -1));
        assertThat(verdict.certainty()).isEqualTo(Certainty.ESTIMATED);
    }

    @Test
    void aNumberHasItsUnitAndItsErrorAndTheDigitsThatRoutesShare() {
        Verdict verdict = frozen("rf/image-rejection");
        Quantity rejection = verdict.answer().orElseThrow().value().orElseThrow();
        assertThat(verdict.status()).isSameAs(Status.UNKEYED);
        assertThat(rejection.in("dB")).isCloseTo(-22.8294, within(1e-4));
        assertThat(rejection.unit()).isEqualTo("dB");
        assertThat(rejection.exact()).isNull();
        assertThat(verdict.accord().orElseThrow()).isEqualTo(new Accord(3, 14));
        assertThat(verdict.accord()).hasToString("Optional[3 independent routes share 14 digits]");
    }

    @Test
    void anExactNumberIsARational() {
        Verdict verdict = frozen("q7");
        assertThat(verdict.accord().orElseThrow().isExact()).isTrue();
        assertThat(verdict.routes()).allSatisfy(route -> {
            Quantity found = route.outcome().orElseThrow().value().orElseThrow();
            assertThat(found.exact()).hasToString("6");
            assertThat(found.error()).isZero();
            assertThat(route.certainty()).isEqualTo(Certainty.EXACT);
        });
    }

    @Test
    void eachRouteHasItsOwnValueAndError() {
        List<RouteResult> routes = kind("complex").routes();
        assertThat(routes).extracting(RouteResult::route).containsExactly("phasor", "projection");
        Quantity projected = routes.get(1).outcome().orElseThrow().value().orElseThrow();
        assertThat(projected.imaginary()).isCloseTo(2 * Math.PI * 10, within(1e-6));
        assertThat(projected.error()).isBetween(1e-16, 1e-6);
        assertThatThrownBy(projected::si)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is no single real number; take real() and imaginary(), or rows()");
    }

    @Test
    void partsSetsAndIntervalsAreValues() {
        assertThat(kind("parts").answer().orElseThrow().parts()).containsOnlyKeys("Te", "Pn");
        assertThat(kind("parts").answer().orElseThrow().part("Te").in("K")).isCloseTo(169.6, within(0.1));
        assertThat(kind("set").answer().orElseThrow().value().orElseThrow().rows())
                .isDeepEqualTo(new double[][] {{7e3, 13e3}});
        assertThat(kind("interval").answer().orElseThrow().value()).hasToString("Optional[24 V..36 V]");
    }

    @Test
    void aFunctionIsSaidByItsFormula() {
        Outcome answer = kind("gradient").answer().orElseThrow();
        assertThat(answer.value()).isEmpty();
        assertThat(answer.text()).isEqualTo("X*(a - y)'/m");
    }

    @Test
    void theDataOfAVariantAreQuantitiesByName() {
        Verdict variant = Verifier.variant(FrozenBank.bank().problem("q28"), 8);
        assertThat(variant.givens()).hasToString("{Z0=120 ohm, Rs=40 ohm, RL=360 ohm, f2=0.9 GHz, f1=540 MHz}");
        assertThat(variant.given("f1").in("MHz")).isEqualTo(540);
        assertThat(variant.data()).hasToString("variant 8");
        assertThat(variant)
                .hasToString("gate-2012-ec/q28, variant 8: unkeyed: C, "
                        + variant.judgement().reason());
        assertThatThrownBy(() -> variant.given("f1").in("m"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("540 MHz is a frequency (Hz) and cannot be in 'm', which is for a length (m)");
        assertThatThrownBy(() -> variant.given("f3"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("gate-2012-ec/q28 gives no 'f3'; it gives Z0, Rs, RL, f2, f1");
        assertThatThrownBy(() -> variant.given("f1").in("Mhz")).hasMessageEndingWith("'Mhz', which is no unit");
    }

    @Test
    void whatDoesNotAgreeHasNoAnswerButItsRoutes() {
        Verdict verdict = Verifier.published(Yaml.problem("""
                title: Two and two
                statement: What is {a} and {a}?
                given: {a: 2}
                answer: {kind: number}
                routes:
                  sum: a + a
                  wrong: sum(k for k in 1:a) + a
                """), List.of());
        assertThat(verdict.status()).isSameAs(Status.INCONSISTENT);
        assertThat(verdict.answer()).isEmpty();
        assertThat(verdict.accord()).isEmpty();
        assertThat(verdict.routes()).extracting(RouteResult::says).containsExactly("4", "5");
    }
}
