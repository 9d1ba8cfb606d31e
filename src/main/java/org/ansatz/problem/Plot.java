package org.ansatz.problem;

import java.util.List;
import org.ansatz.expression.check.Expression;
import org.ansatz.expression.evaluation.Models;
import org.ansatz.expression.term.Binding;
import org.ansatz.expression.term.Uses;
import org.ansatz.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What a problem offers to be drawn: expressions over one variable, or one over two. No route and no verdict rests on it.
 *
 * @param name what it shows
 * @param shows the label of the heights, or empty
 * @param over what is laid out from left to right and, for a map, from bottom to top
 * @param logarithmic which axes are logarithmic
 * @param between the heights that are shown, or null for all
 * @param with names that are given a value for this plot
 * @param ground the field block, or null
 * @param items what is drawn
 * @param option the name that stands for an option's value, or null if options are no values
 */
public record Plot(
        String name,
        String shows,
        List<Over> over,
        Logarithmic logarithmic,
        @Nullable Between between,
        List<Fixed> with,
        @Nullable Ground ground,
        List<Item> items,
        Binding.@Nullable Variable option) {

    /** Copies the lists. */
    public Plot {
        over = List.copyOf(over);
        with = List.copyOf(with);
        items = List.copyOf(items);
    }

    /**
     * A variable that is laid out along an axis.
     *
     * @param ranged the variable and where it runs
     * @param unit the unit of its numbers, or null for the coherent one, prefixed
     */
    public record Over(Ranged ranged, @Nullable Unit unit) {}

    /** Which axes are logarithmic. */
    public record Logarithmic(boolean x, boolean y) {}

    /** The heights that are shown, from one expression to the other. */
    public record Between(Expression low, Expression high) {}

    /** A name and its value for a plot. */
    public record Fixed(Binding.Variable variable, Expression value) {}

    /** A field block under a plot. */
    public interface Ground {
        /** The block for one drawing, solved wherever its names have values. */
        Models solved();
    }

    /** How an expression is drawn. A new way is a new case here and one in the plotter. */
    public enum Kind {
        /** A curve; single points over whole numbers. */
        CURVE("curves"),
        /** A line up to each point. */
        STEMS("stems"),
        /** Shades over two variables. */
        MAP("map"),
        /** A line at one place along. */
        MARK("marks"),
        /** A line at one height. */
        LEVEL("levels"),
        /** A point. */
        SPOT("spots");

        private final String field;

        Kind(String field) {
            this.field = field;
        }

        /** The field of a problem file under which it stands. */
        public String field() {
            return field;
        }
    }

    /**
     * Something drawn.
     *
     * @param kind how
     * @param label what it is; the option's own text is shown if it is drawn for each
     * @param eachOption whether it is drawn once for each option
     * @param values the height; the place along for a mark; both for a point
     */
    public record Item(Kind kind, String label, boolean eachOption, List<Expression> values) {
        /** Copies the list. */
        public Item {
            values = List.copyOf(values);
        }

        /** What its expressions rest on. */
        public Uses uses() {
            Uses uses = Uses.NOTHING;
            for (Expression value : values) {
                uses = uses.and(value.uses());
            }
            return uses;
        }

        /** The height, or the place along of a mark. */
        public Expression value() {
            return values.get(values.size() - 1);
        }
    }

    /** Whether it has two variables. */
    public boolean isMap() {
        return over.size() == 2;
    }
}
