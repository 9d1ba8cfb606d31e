package org.ansatz.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Frame;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A problem: what is given and asked, and the ways to the answer. It never holds its key.
 *
 * @param id the file's path below the bank, without its ending
 * @param place where it is written
 * @param card title, source, topic, marks
 * @param scope the declared names
 * @param givens the data
 * @param steps the question's own definitions, as written
 * @param question what the routes look for
 * @param answer the kind of answer
 * @param routes the ways to it
 * @param misconceptions wrong models
 * @param texts what is shown to a person
 * @param variants how other data are drawn, or null
 * @param plots what can be drawn
 * @param sketch what is shown beside the statement, or null
 * @param remarks what an author may want to know, and changes nothing
 */
public record Problem(
        String id,
        Place place,
        Card card,
        Scope scope,
        List<Given> givens,
        List<Binding> steps,
        Question question,
        Answer answer,
        List<Route> routes,
        List<Misconception> misconceptions,
        Texts texts,
        @Nullable Variants variants,
        Plots plots,
        @Nullable Sketch sketch,
        List<Remark> remarks) {

    /** The seed that stands for the published data; those of variants begin with 1. */
    public static final long PUBLISHED = 0;

    /** The seed that stands for data that a learner set. */
    public static final long SET = -1;

    /** Whether the data of a seed are the published ones; those below {@link #SET} only arrange the options anew. */
    public static boolean hasPublishedData(long seed) {
        return seed == PUBLISHED || seed < SET;
    }

    /** The seed of a version of a paper: other data, or, where there are none, other letters; 0 is what is published. */
    public long seedOfVersion(long version) {
        return version == PUBLISHED || variants != null ? version : SET - version;
    }

    /** Copies the lists. */
    public Problem {
        givens = List.copyOf(givens);
        steps = List.copyOf(steps);
        routes = List.copyOf(routes);
        misconceptions = List.copyOf(misconceptions);
        remarks = List.copyOf(remarks);
    }

    /**
     * What stands at the head of a problem.
     *
     * @param title in a few words
     * @param source where the question is from, or empty
     * @param topic a path, from general to special
     * @param marks what a right answer earns
     * @param required how sure the agreement of the routes must be, at least
     * @param level where it stands among what is learned
     */
    public record Card(String title, String source, String topic, int marks, Certainty required, Level level) {}

    /**
     * What is shown to a person.
     *
     * @param statement the question
     * @param convention a sentence shown with the verdict, or empty
     * @param hints graded, the gentlest first
     * @param solution the worked solution
     */
    public record Texts(Template statement, String convention, List<Template> hints, Template solution) {
        /** Copies the list. */
        public Texts {
            hints = List.copyOf(hints);
        }
    }

    /** The published question with its published data. */
    public Case published() {
        Frame frame = Frame.of(scope.layout());
        for (Given given : givens) {
            frame = frame.with(given.variable(), frame.value(given.published().term()));
        }
        return new Case(question, filled(answer.options(), frame), frame, PUBLISHED);
    }

    /** Options as they read where the data are those of a frame. */
    public List<Option> filled(List<Option> options, Frame frame) {
        return options.stream().map(option -> option.filled(this, frame)).collect(Collectors.toUnmodifiableList());
    }

    /** The published value of a given, with the unit it was written in. */
    public @Nullable Expression publishedValue(String name) {
        for (Given given : givens) {
            if (given.name().equals(name)) {
                return given.published();
            }
        }
        return null;
    }
}
