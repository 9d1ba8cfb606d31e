package org.ansatz.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.ansatz.bank.Bank;
import org.ansatz.problem.Key;
import org.ansatz.problem.MarkingScheme;
import org.ansatz.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Who marks: the questions of a bank, each solved when it is first asked for, and the rules. It remembers no reply. Safe to use from
 * several threads once all rules are given.
 */
public final class Examiner {

    /** The most solved variants that are kept. */
    static final int MOST_VARIANTS = 5000;

    private final Questions questions;
    private final MarkingScheme scheme;
    private final AtomicReferenceArray<Rubric> published;
    private final Map<Asked, Rubric> variants = new ConcurrentHashMap<>();
    private Seeds seeds = Seeds.NONE;
    private Rules rules;

    /** A question with the data of a seed. */
    record Asked(int item, long seed) {}

    /** An examiner for all problems of a bank. */
    public Examiner(Bank bank, MarkingScheme scheme, Authority authority) {
        this.scheme = scheme;
        this.rules = new Rules(authority, DecisionFile.NONE, false);
        List<Item> items = new ArrayList<>();
        for (Problem problem : bank.problems().values()) {
            List<Key.Claim> claims = bank.keysOf(problem);
            items.add(new Item(items.size(), problem, scheme.worth(problem), claims.isEmpty() ? null : claims.get(0)));
        }
        this.questions = new Questions(items);
        this.published = new AtomicReferenceArray<>(items.size());
    }

    // ---- the rules

    /**
     * Takes over decisions on single replies: a table with the columns question, reply and decision.
     *
     * @throws IOException in a sentence, if they cannot be read
     */
    public void decide(InputStream table) throws IOException {
        DecisionFile decisions = DecisionFile.read(Source.of(table).reader(), questions);
        rules = new Rules(rules.authority(), decisions, rules.hasDecimalCommas());
    }

    /** Takes a comma between digits for a decimal point, as spreadsheets of many countries write it. */
    public void readDecimalCommas() {
        rules = new Rules(rules.authority(), rules.decisions(), true);
    }

    /**
     * Takes over which variant each candidate had: a table with the columns candidate and seed, or candidate and version, of a
     * paper.
     *
     * @throws IOException in a sentence, if they cannot be read
     */
    public void seed(InputStream table) throws IOException {
        seeds = Seeds.read(Source.of(table).reader());
    }

    // ---- the questions

    Questions questions() {
        return questions;
    }

    String schemeName() {
        return scheme.name();
    }

    Authority authority() {
        return rules.authority();
    }

    /** The seed of the data that a candidate had in a question; null if nothing is said of the candidate. */
    @Nullable
    Long seed(String candidate, Item item) {
        return seeds.of(candidate, item.problem());
    }

    /** How a question with the data of a seed is marked. */
    Rubric rubric(Item item, long seed) {
        if (seed != Problem.PUBLISHED) {
            if (variants.size() >= MOST_VARIANTS) {
                variants.clear(); // those that are met again are solved again
            }
            return variants.computeIfAbsent(new Asked(item.index(), seed), asked -> {
                Rubric own = Rubric.of(item, asked.seed(), rules);
                // a paper has the published question where its routes do not agree on a version
                return seeds.areVersions() && !own.isSolved() ? rubric(item, Problem.PUBLISHED) : own;
            });
        }
        Rubric known = published.get(item.index());
        if (known != null) {
            return known;
        }
        published.compareAndSet(item.index(), null, Rubric.of(item, seed, rules)); // two threads would solve it alike
        return published.get(item.index());
    }

    /** Why a question could not be marked as it is published, if somebody had it so; or an empty text. */
    String objection(Register register) {
        return register.isAsked() ? rubric(register.item(), Problem.PUBLISHED).objection() : "";
    }

    /** Whether everybody gets the marks of a question, whose key speaks of the published data alone. */
    boolean isToAll(Register register) {
        return register.item().worth().isToAll()
                || seeds.isEmpty()
                        && register.isAsked()
                        && rubric(register.item(), Problem.PUBLISHED).isToAll();
    }
}
