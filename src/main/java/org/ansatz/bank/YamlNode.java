package org.ansatz.bank;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A YAML node that keeps where it stands and how it was written. */
sealed interface YamlNode {

    /** Offset of its first character in the file. */
    int start();

    /** Offset after its last character. */
    int end();

    /**
     * A scalar.
     *
     * @param excerpt the text as an expression reads it: the source slice, or the lines of a block
     * @param value the text as YAML reads it, for prose
     * @param plain whether it was written without quotes or block sign
     */
    record Scalar(Excerpt excerpt, String value, boolean plain, int start, int end) implements YamlNode {}

    /** A list. */
    record Sequence(List<YamlNode> items, boolean flow, int start, int end) implements YamlNode {}

    /** A mapping, its fields by name in the order of the file. */
    record Mapping(Map<String, Entry> fields, boolean flow, int start, int end) implements YamlNode {
        @Nullable
        Entry entry(String key) {
            return fields.get(key);
        }

        Collection<Entry> entries() {
            return fields.values();
        }
    }

    /** A key with its value. */
    record Entry(Scalar key, YamlNode value) {
        String name() {
            return key.value();
        }
    }
}
