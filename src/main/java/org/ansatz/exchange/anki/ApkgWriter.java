package org.ansatz.exchange.anki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.exchange.anki.AnkiCollection.Note;
import org.ansatz.exchange.item.Archive;
import org.ansatz.exchange.item.Exported;
import org.ansatz.exchange.item.Illustration;
import org.ansatz.exchange.item.Interaction;
import org.ansatz.exchange.item.Interaction.Accepted;
import org.ansatz.exchange.item.Interaction.Blank;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Loss;
import org.ansatz.exchange.item.Numerals;
import org.ansatz.exchange.item.Part;
import org.ansatz.exchange.item.Picture;
import org.ansatz.exchange.item.QuestionFormat;
import org.ansatz.exchange.item.RightAnswer;
import org.ansatz.json.JsonWriter;
import org.ansatz.typeset.HtmlProse;
import org.ansatz.xml.XmlWriter;

/**
 * Questions as a deck for Anki: a zip archive of a database of notes and the pictures in them. A note is known by the id of its
 * question, so that the deck imported again changes notes that are there, and leaves what was learnt of them.
 */
public final class ApkgWriter implements QuestionFormat {

    private static final int GUID = 20;

    private final Clock clock;

    /**
     * A writer.
     *
     * @param clock that tells when notes were changed, for Anki takes the newer
     */
    public ApkgWriter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "apkg";
    }

    @Override
    public String ending() {
        return ".apkg";
    }

    @Override
    public String description() {
        return "a deck for Anki, with pictures";
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public Exported write(List<Item> items) {
        Map<String, byte[]> media = new LinkedHashMap<>();
        List<Note> notes = new ArrayList<>();
        items.forEach(item -> notes.add(note(item, media)));
        Map<String, byte[]> files = new LinkedHashMap<>();
        try {
            files.put("collection.anki2", AnkiCollection.of(notes, clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        Map<String, Object> names = new LinkedHashMap<>();
        media.forEach((name, bytes) -> {
            files.put(String.valueOf(names.size()), bytes);
            names.put(String.valueOf(names.size()), name);
        });
        files.put("media", JsonWriter.text(names).getBytes(StandardCharsets.UTF_8));
        List<Loss> losses = new ArrayList<>();
        items.forEach(item -> Part.lose(item, "a note", losses, Part.MARKS));
        return new Exported(new Archive(files).bytes(), losses);
    }

    private static Note note(Item item, Map<String, byte[]> media) {
        String guid = guid(item);
        Illustration illustration = item.illustration();
        Picture figure = illustration == null ? null : illustration.picture();
        int before = media.size();
        String beside = figure == null ? Illustration.preformatted(item) : image(figure, guid, 0, media);
        String front = AnkiWriter.front(item, beside + HtmlProse.TEX.of(item.instruction()));
        StringBuilder back = new StringBuilder("<p><b>")
                .append(HtmlProse.TEX.inLine(RightAnswer.of(item)))
                .append("</b></p>");
        back.append(item.interaction().fold(new Slips())).append(HtmlProse.TEX.of(item.solution()));
        for (Picture picture : item.pictures()) {
            back.append(image(picture, guid, media.size() - before + (figure == null ? 1 : 0), media));
        }
        String source = item.card().getOrDefault("source", "");
        back.append(source.isEmpty() ? "" : "<p><small>Source: " + XmlWriter.escaped(source) + "</small></p>");
        StringBuilder hints = new StringBuilder();
        item.hints().forEach(hint -> hints.append(HtmlProse.TEX.of(hint)));
        return new Note(guid, front, hints.toString(), back.toString(), tags(item));
    }

    /** By what a note is known again. */
    private static String guid(Item item) {
        String id = item.id().isEmpty() ? item.title() : item.id();
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest(("ansatz " + id).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, GUID);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A picture, whose file has a name of its own among all that Anki has. */
    private static String image(Picture picture, String guid, int number, Map<String, byte[]> media) {
        String ending = picture.name().replaceAll("^.*?(\\.[a-z0-9]+)?$", "$1");
        String name = "ansatz-" + guid + "-" + number + ending;
        media.put(name, picture.bytes());
        return "<p><img src=\"" + name + "\" alt=\"" + XmlWriter.escaped(picture.alternative()) + "\"></p>";
    }

    private static List<String> tags(Item item) {
        List<String> tags = new ArrayList<>();
        if (!item.topic().isEmpty()) {
            tags.add(AnkiWriter.tag(item.topic()));
        }
        String difficulty = item.card().getOrDefault("difficulty", "");
        if (!difficulty.isEmpty()) {
            tags.add("difficulty::" + difficulty);
        }
        return tags;
    }

    /** What is said of wrong answers. */
    private static final class Slips implements Interaction.Cases<String> {
        private final StringBuilder html = new StringBuilder();

        @Override
        public String ofChoice(Interaction.Choice choice) {
            for (int i = 0; i < choice.options().size(); i++) {
                say("(" + RightAnswer.letter(i) + ")", choice.options().get(i).feedback());
            }
            return list();
        }

        @Override
        public String ofNumeric(Interaction.Numeric numeric) {
            for (Blank blank : numeric.blanks()) {
                for (Accepted accepted : blank.accepted()) {
                    String name = blank.name().isEmpty() ? "" : blank.name() + " = ";
                    say((name + Numerals.shown(accepted.value()) + " " + blank.unit()).strip(), accepted.feedback());
                }
            }
            return list();
        }

        @Override
        public String ofFree(Interaction.Free free) {
            return "";
        }

        private void say(String where, String feedback) {
            if (!feedback.isEmpty()) {
                html.append("<li>")
                        .append(XmlWriter.escaped(where))
                        .append(": ")
                        .append(HtmlProse.TEX.inLine(feedback))
                        .append("</li>");
            }
        }

        private String list() {
            return html.length() == 0 ? "" : "<ul>" + html + "</ul>";
        }
    }
}
