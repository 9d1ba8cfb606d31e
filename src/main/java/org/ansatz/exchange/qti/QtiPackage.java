package org.ansatz.exchange.qti;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ansatz.exchange.item.Archive;
import org.ansatz.exchange.item.ImportFault;
import org.ansatz.exchange.item.Imported;
import org.ansatz.exchange.item.Item;
import org.ansatz.exchange.item.Loss;
import org.ansatz.exchange.item.Topics;
import org.ansatz.xml.Element;
import org.ansatz.xml.XmlFault;
import org.ansatz.xml.XmlReader;

/** The items of a content package of QTI, in the order of its manifest; without a manifest, those among its files. */
public final class QtiPackage {

    private static final String ITEM = "imsqti_item";

    private final Map<String, byte[]> files;
    private final List<Item> items = new ArrayList<>();
    private final List<Loss> losses = new ArrayList<>();

    private QtiPackage(Map<String, byte[]> files) {
        this.files = files;
    }

    /**
     * The questions of a package.
     *
     * @throws ImportFault if one of its files is no XML, or there is no item in it
     */
    public static Imported read(Archive archive) throws ImportFault {
        QtiPackage reader = new QtiPackage(archive.files());
        byte[] manifest = archive.files().get(Archive.MANIFEST);
        if (manifest == null) {
            reader.allFiles();
        } else {
            reader.listed(xml(Archive.MANIFEST, manifest));
        }
        if (reader.items.isEmpty() && reader.losses.isEmpty()) {
            throw new ImportFault(1, 1, "there is no item of QTI in this zip archive");
        }
        return new Imported(reader.items, reader.losses);
    }

    /** The question of an item that is a file of its own. */
    public static Imported single(Element root) {
        QtiPackage reader = new QtiPackage(Map.of());
        reader.item(root, "", "Question");
        return new Imported(reader.items, reader.losses);
    }

    private void item(Element root, String topic, String file) {
        Item item = QtiReader.item(root, topic, file, losses);
        if (item != null) {
            items.add(item);
        }
    }

    private static Element xml(String name, byte[] file) throws ImportFault {
        try {
            return XmlReader.read(file);
        } catch (XmlFault e) {
            throw new ImportFault(e.line(), e.column(), "in " + name + ": " + e.getMessage());
        }
    }

    private void allFiles() throws ImportFault {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().endsWith(".xml")) {
                Element root = xml(file.getKey(), file.getValue());
                if (QtiReader.isItem(root)) {
                    item(root, "", file.getKey());
                }
            }
        }
    }

    private void listed(Element manifest) throws ImportFault {
        Element resources = manifest.child("resources");
        Map<String, Element> items = new LinkedHashMap<>();
        for (Element resource : resources == null ? List.<Element>of() : resources.all("resource")) {
            String path = manifest.attribute("base")
                    + (resources == null ? "" : resources.attribute("base"))
                    + resource.attribute("base")
                    + resource.attribute("href");
            if (resource.attribute("type").startsWith(ITEM)) {
                items.putIfAbsent(decoded(path), resource);
            } else if (resource.attribute("type").startsWith("imsqti")) {
                losses.add(new Loss(path, "left out: only items are read, and this is a test or what belongs to one"));
            }
        }
        for (Map.Entry<String, Element> item : items.entrySet()) {
            byte[] file = files.get(item.getKey());
            if (file == null) {
                losses.add(new Loss(item.getKey(), "left out: the manifest names this file, and it is not there"));
                continue;
            }
            Element root = xml(item.getKey(), file);
            if (QtiReader.isItem(root)) {
                item(root, topic(item.getValue()), item.getKey());
            } else {
                losses.add(new Loss(item.getKey(), "left out: this is no item, but <" + root.name() + ">"));
            }
        }
    }

    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    /** The topic of an item: the first path of its classification. */
    private String topic(Element resource) {
        Element at = resource;
        for (String step : List.of("metadata", "lom", "classification", "taxonPath")) {
            at = at.child(step);
            if (at == null) {
                return "";
            }
        }
        List<String> levels = new ArrayList<>();
        for (Element taxon : at.all("taxon")) {
            levels.add(taxon.textAt("entry", "string").replace("/", "//"));
        }
        return Topics.ofCategory(String.join("/", levels));
    }
}
