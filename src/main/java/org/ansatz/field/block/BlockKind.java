package org.ansatz.field.block;

import org.ansatz.expression.term.Scope;
import org.ansatz.problem.Question;

/** A kind of field block: the adapter between a problem file and one field of engineering. */
public interface BlockKind {

    /** The field of a route under which it stands: {@code line}. */
    String key();

    /**
     * Reads and checks a block. Whoever asks for it declares the names that it exports.
     *
     * @param route the route's fields, in which {@link #key()} stands
     * @throws Refused if anything is wrong, after reporting it
     */
    Block read(Fields route, Scope scope, Question question);
}
