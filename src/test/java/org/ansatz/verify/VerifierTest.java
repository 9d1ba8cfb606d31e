package org.ansatz.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.ansatz.bank.Bank;
import org.ansatz.problem.Case;
import org.ansatz.problem.Evidence;
import org.ansatz.problem.Footing;
import org.ansatz.problem.Problem;
import org.ansatz.problem.Route;
import org.ansatz.problem.Verdict;
import org.ansatz.problem.Verdict.Judgement;
import org.ansatz.quantity.NoValue;
import org.junit.jupiter.api.Test;

/** For which data a problem is verified, and what becomes of it where a route, or the data, cannot be had. */
final class VerifierTest {

    private static final Bank BANK = Bank.load(Path.of("src/test/resources/verdicts/problems"));

    /** A route that ends as it is told. */
    private record Ending(Runnable end, Footing footing) implements Route {
        @Override
        public String name() {
            return "ending";
        }

        @Override
        public Footing footing(Case data, Evidence evidence) {
            return footing;
        }

        @Override
        public Set<String> names() {
            return Set.of();
        }

        @Override
        public Evidence evidence(Case data) {
            end.run();
            throw new AssertionError();
        }

        @Override
        public List<Shown> derivation(Case data) {
            return List.of();
        }

        @Override
        public String asked() {
            return "";
        }
    }

    /** A problem with a second route that ends like this. */
    private static Problem ending(Runnable end) {
        Problem problem = BANK.problem("one-route");
        Route sound = problem.routes().get(0);
        return new Problem(
                problem.id(),
                problem.place(),
                problem.card(),
                problem.scope(),
                problem.givens(),
                problem.steps(),
                problem.question(),
                problem.answer(),
                List.of(sound, new Ending(end, sound.footing())),
                problem.misconceptions(),
                problem.texts(),
                problem.variants(),
                problem.plots(),
                problem.sketch(),
                problem.remarks());
    }

    private static Verdict verdict(RuntimeException fault) {
        return Verifier.published(
                ending(() -> {
                    throw fault;
                }),
                List.of());
    }

    /** And what the others found is still told. */
    @Test
    void aDefectInOneRouteFailsItsProblem() {
        Verdict verdict = verdict(new IllegalStateException("of ours"));
        assertThat(verdict.judgement()).isInstanceOf(Judgement.Failed.class);
        assertThat(verdict.judgement().reason())
                .isEqualTo(
                        "route 'ending': internal error, please report it: java.lang.IllegalStateException: of ours");
        assertThat(verdict.findings())
                .extracting(finding -> finding.conclusion().describe())
                .containsExactly("3 A", "internal error, please report it: java.lang.IllegalStateException: of ours");
    }

    @Test
    void aRouteThatNeedsTooMuchMemoryFailsItsProblem() {
        Verdict verdict = Verifier.published(
                ending(() -> {
                    throw new OutOfMemoryError();
                }),
                List.of());
        long megabytes = Runtime.getRuntime().maxMemory() / 1024 / 1024;
        String reason = "it needs more than the " + megabytes + " MB of memory that Java may use";
        assertThat(verdict.judgement().reason()).isEqualTo("route 'ending': " + reason);
        assertThat(verdict.findings().get(1).conclusion().describe()).isEqualTo(reason);
    }

    @Test
    void whoeverStopsAVerificationIsObeyed() {
        assertThatThrownBy(() -> verdict(new CancellationException("stopped"))).hasMessage("stopped");
    }

    @Test
    void aRouteWithoutAValueFailsItsProblem() {
        assertThat(verdict(new NoValue("there is none")).judgement().reason())
                .isEqualTo("route 'ending': there is none");
    }

    /** What is shown to a person has its options in an order of its own, and is verified with them. */
    @Test
    void aVariantIsVerifiedAsItIsShown() {
        Problem problem = BANK.problem("variants-of-options");
        for (long seed = 1; seed < 6; seed++) {
            Verdict shown = Verifier.shown(problem, seed);
            Verdict stated = Verifier.variant(problem, seed);
            assertThat(shown.judgement().passes()).isTrue();
            assertThat(shown.data().seed()).isEqualTo(seed);
            assertThat(shown.data().options())
                    .hasSameSizeAs(stated.data().options())
                    .extracting(option -> option.expression().text())
                    .containsExactlyInAnyOrderElementsOf(stated.data().options().stream()
                            .map(option -> option.expression().text())
                            .toList());
        }
    }

    @Test
    void dataThatCannotBeHadFailTheProblem() {
        Problem problem = BANK.problem("a-variant-that-cannot-be-drawn");
        String reason = "none of 1000 draws meets the conditions of the variants";
        for (Verdict verdict : List.of(Verifier.variant(problem, 7), Verifier.shown(problem, 7))) {
            assertThat(verdict.judgement()).isEqualTo(new Judgement.Failed(reason));
            assertThat(verdict.data().seed()).isEqualTo(7);
            assertThat(verdict.findings()).isEmpty();
            assertThat(verdict.problem()).isSameAs(problem);
        }
        assertThat(Verifier.of(problem, problem.published()).judgement().passes())
                .isTrue();
    }
}
