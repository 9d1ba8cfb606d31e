package org.ansatz.problem;

/**
 * What a list of problems shows of one, and what one is chosen by.
 *
 * @param id as of {@link Problem#id}
 * @param title as of {@link Problem.Card#title}
 * @param topic as of {@link Problem.Card#topic}
 * @param kind the word for the kind of answer, as of {@link Answer#kind}
 * @param marks what a right answer earns
 * @param hasVariants whether other data can be drawn
 * @param hasPlots whether there is anything to draw
 * @param level as of {@link Problem.Card#level}
 */
public record Entry(
        String id,
        String title,
        String topic,
        String kind,
        int marks,
        boolean hasVariants,
        boolean hasPlots,
        Level level) {

    /** The entry of a problem. */
    public static Entry of(Problem problem) {
        Problem.Card card = problem.card();
        return new Entry(
                problem.id(),
                card.title(),
                card.topic(),
                problem.answer().kind(),
                card.marks(),
                problem.variants() != null,
                !problem.plots().isEmpty(),
                card.level());
    }

    /** Whether it belongs to a topic, or to a topic below it. */
    public boolean isOf(String wanted) {
        return wanted.isEmpty()
                || topic.equals(wanted)
                || topic.startsWith(wanted + "/")
                || id.startsWith(wanted + "/");
    }
}
