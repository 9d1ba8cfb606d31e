package org.ansatz.exchange;

import java.time.Clock;
import java.util.List;
import org.ansatz.exchange.anki.AnkiWriter;
import org.ansatz.exchange.anki.ApkgWriter;
import org.ansatz.exchange.item.QuestionFormat;
import org.ansatz.exchange.qti.QtiVersion;
import org.ansatz.exchange.qti.QtiWriter;
import org.jspecify.annotations.Nullable;

/** The formats in which questions are written: the one list of them. */
public final class Formats {

    /** Notes for Anki. */
    public static final QuestionFormat ANKI = new AnkiWriter();

    /** All formats that are written. */
    public static final List<QuestionFormat> ALL = List.of(
            new MoodleWriter(),
            new GiftWriter(),
            new QtiWriter(QtiVersion.V3_0),
            new QtiWriter(QtiVersion.V2_1),
            new LatexWriter(),
            new MarkdownWriter(),
            ANKI,
            new ApkgWriter(Clock.systemUTC()));

    private Formats() {}

    /** The format of this name, or null. */
    public static @Nullable QuestionFormat called(String name) {
        for (QuestionFormat format : ALL) {
            if (format.name().equals(name)) {
                return format;
            }
        }
        return null;
    }
}
