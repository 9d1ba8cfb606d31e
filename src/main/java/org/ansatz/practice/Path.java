package org.ansatz.practice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ansatz.problem.Entry;
import org.ansatz.progress.History;
import org.ansatz.progress.Outcome;
import org.ansatz.progress.Standing;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a bank is learned, topic by topic: each behind those that its problems need, otherwise the one with the
 * easiest problems first, then as in the bank; in a topic what is easy comes first. Topics that need one another stand in that
 * order, too, and so does what needs a topic that the bank does not have.
 */
public final class Path {

    private final List<Stage> stages;

    /**
     * A topic of the path.
     *
     * @param entries its problems, the easiest first
     * @param needs the topics that they need, as stated
     */
    public record Stage(String topic, List<Entry> entries, Set<String> needs) {

        /** How many of its problems were right when they were answered last. */
        public int right(History history) {
            return (int) entries.stream()
                    .filter(entry -> isRight(history.standing(entry.id())))
                    .count();
        }
    }

    private Path(List<Stage> stages) {
        this.stages = List.copyOf(stages);
    }

    /** The path through a bank. */
    public static Path through(Collection<Entry> bank) {
        Map<String, List<Entry>> topics = new LinkedHashMap<>();
        bank.forEach(entry -> topics.computeIfAbsent(entry.topic(), topic -> new ArrayList<>())
                .add(entry));
        List<Stage> all = new ArrayList<>();
        topics.forEach((topic, entries) -> all.add(stage(topic, entries)));
        all.sort(Comparator.comparingInt(stage -> stage.entries().get(0).level().difficulty()));
        Map<String, Stage> ordered = new LinkedHashMap<>();
        all.forEach(stage -> put(stage, all, ordered, new HashSet<>()));
        return new Path(List.copyOf(ordered.values()));
    }

    private static Stage stage(String topic, List<Entry> entries) {
        List<Entry> byDifficulty = new ArrayList<>(entries);
        byDifficulty.sort(Comparator.comparingInt(entry -> entry.level().difficulty()));
        Set<String> needs = new LinkedHashSet<>();
        byDifficulty.forEach(entry -> needs.addAll(entry.level().needs()));
        return new Stage(topic, byDifficulty, needs);
    }

    /** Puts what a topic needs before it; {@code above} are those that wait for it, so that a circle ends. */
    private static void put(Stage stage, List<Stage> all, Map<String, Stage> ordered, Set<String> above) {
        if (ordered.containsKey(stage.topic()) || !above.add(stage.topic())) {
            return;
        }
        for (String need : stage.needs()) {
            for (Stage before : all) {
                if (isOf(before.topic(), need)) {
                    put(before, all, ordered, above);
                }
            }
        }
        ordered.put(stage.topic(), stage);
    }

    private static boolean isOf(String topic, String wanted) {
        return topic.equals(wanted) || topic.startsWith(wanted + "/");
    }

    /** The topics in order. */
    public List<Stage> stages() {
        return stages;
    }

    /** The problems in order: those whose topics are known first, for what is needed by others is easier to learn. */
    List<Entry> ordered(History history) {
        List<Entry> ready = new ArrayList<>();
        List<Entry> others = new ArrayList<>();
        for (Stage stage : stages) {
            for (Entry entry : stage.entries()) {
                (missing(entry, history).isEmpty() ? ready : others).add(entry);
            }
        }
        ready.addAll(others);
        return ready;
    }

    /** The topics that a problem needs and that are not known yet. */
    public List<String> missing(Entry entry, History history) {
        return entry.level().needs().stream()
                .filter(need -> !isKnown(need, history))
                .toList();
    }

    /** Whether half of a topic's problems were right when they were answered last; so is a topic without problems. */
    public boolean isKnown(String topic, History history) {
        int all = 0;
        int right = 0;
        for (Stage stage : stages) {
            if (isOf(stage.topic(), topic)) {
                all += stage.entries().size();
                right += stage.right(history);
            }
        }
        return 2 * right >= all;
    }

    private static boolean isRight(@Nullable Standing standing) {
        return standing != null && (standing.outcome() == Outcome.RIGHT || standing.outcome() == Outcome.UNIT_MISSING);
    }
}
