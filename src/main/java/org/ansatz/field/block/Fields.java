package org.ansatz.field.block;

import java.util.List;
import org.ansatz.expression.term.Uses;

/** The fields of a mapping in a problem file, seen through types. Every fault is reported with its place. */
public interface Fields {

    /** Whether the field is there. */
    boolean has(String key);

    /** Whether the field is there and holds nothing. */
    boolean isBlank(String key);

    /** The text of a field that must be there: the source as it stands, whatever YAML would make of it. */
    Written text(String key);

    /** One text, or each item of a list, or each line of a block. */
    List<Written> lines(String key);

    /** The same; none where the field is not there, or is an empty list. */
    List<Written> linesIfAny(String key);

    /** A mapping that must be there. */
    Fields fields(String key);

    /** A list of mappings. */
    List<Fields> items(String key);

    /** One of these words. */
    String word(String key, List<String> allowed);

    /** Reports a fault of this mapping as a whole; throw what it returns. */
    Refused fault(String message);

    /** The names of all fields, in order. */
    List<String> keys();

    /** Whether a field holds a mapping. */
    boolean isMapping(String key);

    /** What all expressions read from these fields and below rest on. */
    Uses uses();

    /** The same fields, whose expressions from now on are counted by themselves, too. */
    Fields apart();

    /** Reports every field that nobody has asked for as unknown. */
    void finish();
}
