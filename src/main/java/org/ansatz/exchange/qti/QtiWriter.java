package org.ansatz.exchange.qti;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ansatz.exchange.item.Archive;
import org.ansatz.exchange.item.Exported;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Loss;
import org.ansatz.exchange.item.QuestionFormat;
import org.ansatz.exchange.item.Topics;
import org.ansatz.xml.XmlWriter;

/**
 * Questions as a content package of QTI: a zip archive with a manifest, an item each, and the pictures (IMS Content Packaging 1.2
 * with the metadata of IEEE LOM). Equal items make equal packages, byte for byte.
 */
public final class QtiWriter implements QuestionFormat {

    private static final String LOM = "http://ltsc.ieee.org/xsd/LOM";
    private static final List<String> DIFFICULTIES = List.of("easy", "medium", "difficult");

    private final QtiVersion version;

    public QtiWriter(QtiVersion version) {
        this.version = version;
    }

    @Override
    public String name() {
        return version == QtiVersion.V2_1 ? "qti21" : "qti";
    }

    @Override
    public String ending() {
        return "." + name() + ".zip";
    }

    @Override
    public String description() {
        return version == QtiVersion.V2_1
                ? "QTI 2.1, a content package for older platforms"
                : "QTI 3.0, a content package";
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public Exported write(List<Item> items) {
        List<Loss> losses = new ArrayList<>();
        Map<String, byte[]> files = new LinkedHashMap<>();
        Manifest manifest = new Manifest(version);
        Set<String> identifiers = new TreeSet<>();
        for (Item item : items) {
            String identifier = identifier(item, identifiers);
            QtiItem written = new QtiItem(version, item, identifier, losses);
            files.put(identifier + ".xml", written.text().getBytes(StandardCharsets.UTF_8));
            files.putAll(written.files());
            manifest.add(item, identifier, written.files().keySet());
        }
        Map<String, byte[]> whole = new LinkedHashMap<>();
        whole.put(Archive.MANIFEST, manifest.text().getBytes(StandardCharsets.UTF_8));
        whole.putAll(files);
        return new Exported(new Archive(whole).bytes(), losses);
    }

    /** A name that begins with a letter, and that no other item has. */
    private static String identifier(Item item, Set<String> taken) {
        String word = "q-" + Topics.word(item.id().isEmpty() ? item.title() : item.id());
        String free = word;
        for (int next = 2; !taken.add(free); next++) {
            free = word + "-" + next;
        }
        return free;
    }

    /** The list of what is in the package. */
    private static final class Manifest {
        private final QtiVersion version;
        private final XmlWriter xml = new XmlWriter();

        Manifest(QtiVersion version) {
            this.version = version;
            xml.open(
                    "manifest",
                    "xmlns",
                    version.packages(),
                    "xmlns:imsmd",
                    LOM,
                    "xmlns:xsi",
                    "http://www.w3.org/2001/XMLSchema-instance",
                    "xsi:schemaLocation",
                    version.packageSchema(),
                    "identifier",
                    "ansatz");
            xml.open("metadata")
                    .element("schema", version.schema())
                    .element("schemaversion", version.schemaVersion())
                    .close();
            xml.element("organizations", "").open("resources");
        }

        void add(Item item, String identifier, Set<String> pictures) {
            xml.open("resource", "identifier", identifier, "type", version.resource(), "href", identifier + ".xml");
            xml.open("metadata").open("imsmd:lom");
            xml.open("imsmd:general");
            string("imsmd:title", item.title());
            String source = item.card().getOrDefault("source", "");
            if (!source.isEmpty()) {
                string("imsmd:description", "Source: " + source);
            }
            xml.close();
            educational(item.card());
            topic(item.topic());
            xml.close().close();
            xml.element("file", "", "href", identifier + ".xml");
            pictures.forEach(picture -> xml.element("file", "", "href", picture));
            xml.close();
        }

        private void educational(Map<String, String> card) {
            int difficulty = "123".indexOf(card.getOrDefault("difficulty", "-"));
            String minutes = card.getOrDefault("minutes", "");
            if (difficulty < 0 && minutes.isEmpty()) {
                return;
            }
            xml.open("imsmd:educational");
            if (difficulty >= 0) {
                vocabulary("imsmd:difficulty", DIFFICULTIES.get(difficulty));
            }
            if (!minutes.isEmpty()) {
                xml.open("imsmd:typicalLearningTime")
                        .element("imsmd:duration", "PT" + minutes + "M")
                        .close();
            }
            xml.close();
        }

        private void topic(String topic) {
            if (topic.isEmpty()) {
                return;
            }
            xml.open("imsmd:classification");
            vocabulary("imsmd:purpose", "discipline");
            xml.open("imsmd:taxonPath");
            string("imsmd:source", "Ansatz");
            for (String level : topic.split("/")) {
                xml.open("imsmd:taxon");
                string("imsmd:entry", level);
                xml.close();
            }
            xml.close().close();
        }

        private void string(String name, String text) {
            xml.open(name).element("imsmd:string", text).close();
        }

        private void vocabulary(String name, String value) {
            xml.open(name)
                    .element("imsmd:source", "LOMv1.0")
                    .element("imsmd:value", value)
                    .close();
        }

        String text() {
            return xml.text();
        }
    }
}
