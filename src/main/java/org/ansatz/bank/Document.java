package org.ansatz.bank;

import java.util.List;
import org.ansatz.bank.YamlNode.Mapping;
import org.ansatz.field.block.Fields;
import org.jspecify.annotations.Nullable;

/** Fields that are written in one text, in YAML or, which is part of it, in JSON; and what is wrong with them. */
public final class Document {

    private final SourceFile file;
    private final @Nullable Mapping root;
    private final @Nullable Fields fields;

    private Document(SourceFile file) {
        this.file = file;
        this.root = BankLoader.hasControls(file) ? null : YamlReader.read(file);
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

    /** A whole number if the field was written as one, otherwise its text; null if it holds neither. */
    public @Nullable Object scalar(String key) {
        YamlNode.Entry entry = root == null ? null : root.entry(key);
        if (entry == null || !(entry.value() instanceof YamlNode.Scalar)) {
            return null;
        }
        YamlNode.Scalar scalar = (YamlNode.Scalar) entry.value();
        try {
            return scalar.plain() ? (Object) Long.valueOf(scalar.value()) : scalar.value();
        } catch (NumberFormatException e) {
            return scalar.value();
        }
    }

    /** All that was found wrong so far, by reading the text and by reading the fields. */
    public List<Fault> faults() {
        return List.copyOf(file.faults());
    }
}
