package org.ansatz.exchange;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A format of another program. */
public interface QuestionFormat {

    /** Notes for Anki. */
    QuestionFormat ANKI = new AnkiWriter();

    /** All formats that are written. */
    List<QuestionFormat> ALL = List.of(
            new MoodleWriter(),
            new GiftWriter(),
            new QtiWriter(QtiVersion.V3_0),
            new QtiWriter(QtiVersion.V2_1),
            new LatexWriter(),
            new MarkdownWriter(),
            ANKI,
            new ApkgWriter(Clock.systemUTC()));

    /** By what it is called on a command line. */
    String name();

    /** How the names of its files end, with the dot. */
    String ending();

    /** What it is, in a few words. */
    String description();

    /** Whether its files are text, which a screen can show. */
    boolean isText();

    /**
     * Items as a file of this format.
     *
     * @throws java.io.UncheckedIOException in a sentence, if it needs a file of its own that cannot be written
     */
    Exported write(List<Item> items);

    /** The format of this name, or null. */
    static @Nullable QuestionFormat called(String name) {
        for (QuestionFormat format : ALL) {
            if (format.name().equals(name)) {
                return format;
            }
        }
        return null;
    }
}
