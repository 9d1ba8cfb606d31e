package org.ansatz.field.block;

import java.util.Set;
import org.ansatz.expression.term.Scope;
import org.ansatz.problem.Question;
import org.ansatz.problem.Sketch;

/** A kind of field block: the adapter between a problem file and one field of engineering. */
public interface BlockKind {

    /** The field of a route under which it stands: {@code line}. */
    String key();

    /** All fields of a route that are this block's: {@link #key()} itself, and those that stand beside it. */
    default Set<String> fields() {
        return Set.of(key());
    }

    /**
     * Reads and checks a block. Whoever asks for it declares the names that it exports.
     *
     * @param route the route's fields, in which {@link #key()} stands
     * @throws Refused if anything is wrong, after reporting it
     */
    Block read(Fields route, Scope scope, Question question);

    /**
     * Reads how a block looks, for the figure of a problem.
     *
     * @param fields in which {@link #key()} stands
     * @param isOfRoute whether they are those of a route, whose own names have no value outside it
     * @throws Refused if a block of this kind is not drawn, or anything is wrong with it, after reporting it
     */
    default Sketch sketch(Fields fields, Scope scope, boolean isOfRoute) {
        throw fields.fault("a block '" + key() + "' is not drawn; circuits are");
    }
}
