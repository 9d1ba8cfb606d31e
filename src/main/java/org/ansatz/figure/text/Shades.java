package org.ansatz.figure.text;

/** The characters that fill bands and regions. */
final class Shades {

    /** How many shades can be told apart. */
    static final int MOST = 5;

    private static final String UNICODE = " ░▒▓█";
    private static final String ASCII = " .:+#";
    private static final String REGIONS = "·:/\\x";

    private Shades() {}

    /** The character of a shade, the lightest first. */
    static String shade(int number, boolean unicode) {
        return (unicode ? UNICODE : ASCII).substring(number, number + 1);
    }

    /** What fills a region. */
    static String region(int number, boolean unicode) {
        String glyphs = unicode ? REGIONS : REGIONS.replace('·', '.');
        int at = Math.floorMod(number, glyphs.length());
        return glyphs.substring(at, at + 1);
    }
}
