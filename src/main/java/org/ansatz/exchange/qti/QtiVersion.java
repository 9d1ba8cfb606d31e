package org.ansatz.exchange.qti;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A version of QTI, of which everything has another name and the same meaning. Names are said here as version 2.1 has them; version
 * 3.0 writes them in small letters with hyphens, elements after {@code qti-}.
 */
public enum QtiVersion {

    /** IMS Question and Test Interoperability 2.1, final release of 2012. */
    V2_1(
            "http://www.imsglobal.org/xsd/imsqti_v2p1",
            "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
            "http://www.imsglobal.org/xsd/imscp_v1p1",
            "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd",
            "QTIv2.1 Package",
            "1.0.0",
            "imsqti_item_xmlv2p1"),

    /** 1EdTech Question and Test Interoperability 3.0, final release of 2022. */
    V3_0(
            "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
            "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
            "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
            "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd",
            "QTI Package",
            "3.0.0",
            "imsqti_item_xmlv3p0");

    private static final String PREFIX = "qti-";
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");
    private static final Pattern HYPHEN = Pattern.compile("-([a-z])");

    private final String items;
    private final String itemSchema;
    private final String packages;
    private final String packageSchema;
    private final String schema;
    private final String schemaVersion;
    private final String resource;

    QtiVersion(
            String items,
            String itemSchema,
            String packages,
            String packageSchema,
            String schema,
            String schemaVersion,
            String resource) {
        this.items = items;
        this.itemSchema = itemSchema;
        this.packages = packages;
        this.packageSchema = packageSchema;
        this.schema = schema;
        this.schemaVersion = schemaVersion;
        this.resource = resource;
    }

    /** The namespace of items. */
    String items() {
        return items;
    }

    /** Where the schema of items is. */
    String itemSchema() {
        return items + " " + itemSchema;
    }

    /** The namespace of manifests. */
    String packages() {
        return packages;
    }

    /** Where the schema of manifests is. */
    String packageSchema() {
        return packages + " " + packageSchema;
    }

    /** What a package says that it is. */
    String schema() {
        return schema;
    }

    /** And in which version. */
    String schemaVersion() {
        return schemaVersion;
    }

    /** The type of an item among the resources of a package. */
    String resource() {
        return resource;
    }

    /** An element, as this version calls it. */
    String element(String name) {
        return this == V2_1 ? name : PREFIX + hyphened(name);
    }

    /** An attribute, as this version calls it. */
    String attribute(String name) {
        boolean isOfXml = name.startsWith("xml") || name.indexOf(':') >= 0;
        return this == V2_1 || isOfXml ? name : hyphened(name);
    }

    /** An element of either version, as version 2.1 calls it; one of HTML as it is. */
    static String plainElement(String name) {
        return name.startsWith(PREFIX) ? plainAttribute(name.substring(PREFIX.length())) : name;
    }

    /** An attribute of either version, as version 2.1 calls it. */
    static String plainAttribute(String name) {
        return HYPHEN.matcher(name).replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }

    private static String hyphened(String name) {
        return CAPITAL.matcher(name).replaceAll(found -> "-" + found.group().toLowerCase(Locale.ROOT));
    }
}
