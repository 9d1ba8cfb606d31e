package org.ansatz.bank;

import java.util.List;
import java.util.regex.Pattern;
import org.ansatz.bank.YamlNode.Mapping;
import org.ansatz.field.block.Fields;
import org.jspecify.annotations.Nullable;

/** Fields that are written in one text, in YAML or, which is part of it, in JSON; and what is wrong with them. */
public final class Document {

    private final SourceFile file;
    private final @Nullable Mapping root;
    private final @Nullable Fields fields;

    /** A number as JSON writes it (RFC 8259). */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:[.][0-9]+)?(?:[eE][-+]?[0-9]+)?");

    private Document(SourceFile file) {
        this.file = file;
        this.root = SourceReader.hasControls(file) ? null : YamlReader.read(file);
        this.fields = root == null ? null : new Section(file, root, "");
    }

    /**
     * Reads a text.
     *
     * @param name what it is called in messages
     */
    public static Document of(String name, String text) {
        return new Document(new SourceFile(name, text));
    }

    /** The fields, or null if the text could not be read. */
    public @Nullable Fields fields() {
        return fields;
    }

    /**
     * What JSON has in a field: the {@link Digits} of a number, a truth, or otherwise its text; null if it holds null, or nothing,
     * or is reported to hold a list or fields.
     */
    public @Nullable Object scalar(String key) {
        YamlNode.Entry entry = root == null ? null : root.entry(key);
        if (entry == null) {
            return null;
        }
        if (!(entry.value() instanceof YamlNode.Scalar)) {
            YamlNode value = entry.value();
            file.fault(value.start(), value.start() + 1, "'" + key + "' is a text, a number, true or false");
            return null;
        }
        YamlNode.Scalar scalar = (YamlNode.Scalar) entry.value();
        return scalar.plain() ? plain(scalar.value()) : scalar.value();
    }

    private static @Nullable Object plain(String text) {
        if (text.equals("null")) {
            return null;
        }
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        return NUMBER.matcher(text).matches() ? new Digits(text) : text;
    }

    /** All that was found wrong so far, by reading the text and by reading the fields. */
    public List<Fault> faults() {
        return List.copyOf(file.faults());
    }

    /**
     * A number as it was written, digit by digit, however large: it is only handed back.
     *
     * @param text in the notation of JSON
     */
    public record Digits(String text) {}
}
