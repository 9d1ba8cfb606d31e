package org.ansatz.expression.notation;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Signs of Unicode that the language spells with others, and marks that are not seen and mean nothing. */
final class Signs {

    /** Greek letters by their names; those of units, Ω and µ, are theirs. */
    static final Map<String, String> GREEK = greek();

    /** How R writes the product of matrices; its {@code *} goes entry by entry, as that of NumPy does. */
    static final String PRODUCT_OF_R = "%*%";

    private static final String OMEGA = "ω";
    private static final int FIRST_STYLED = 0x1D400;
    private static final int LAST_STYLED = 0x1D7FF;

    private Signs() {}

    private static Map<String, String> greek() {
        String[] names = ("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho"
                        + " varsigma sigma tau upsilon phi chi psi omega")
                .split(" ");
        Map<String, String> greek = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            greek.put(names[i], String.valueOf((char) ('α' + i)));
        }
        for (String capital : new String[] {"Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Phi", "Psi"}) {
            String small = greek.getOrDefault(
                    capital.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + capital.substring(1), "");
            greek.put(capital, small.toUpperCase(java.util.Locale.ROOT));
        }
        return greek;
    }

    /**
     * The same in signs that LaTeX or the language has.
     *
     * @param isName whether a name is declared
     */
    static Spelling plain(Spelling typed, Predicate<String> isName) {
        Spelling.Writer plain = new Spelling.Writer(typed);
        String text = typed.text();
        boolean isR = text.contains(PRODUCT_OF_R);
        for (int i = 0; i < text.length(); ) {
            if (text.startsWith(PRODUCT_OF_R, i)) {
                plain.put("@", i);
                i += PRODUCT_OF_R.length();
                continue;
            }
            if (isR && isTransposition(text, i, isName)) {
                plain.put("transpose", i);
                i++;
                continue;
            }
            int sign = text.codePointAt(i);
            int next = i + Character.charCount(sign);
            plain.put(spelled(sign, text, i, next, isName), i);
            i = next;
        }
        return plain.spelling();
    }

    /** Whether R's {@code t(X)} begins here. */
    private static boolean isTransposition(String text, int at, Predicate<String> isName) {
        boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != '_';
        return begins && text.startsWith("t(", at) && !isName.test("t");
    }

    private static String spelled(int sign, String text, int at, int next, Predicate<String> isName) {
        String itself = Character.toString(sign);
        if (sign >= FIRST_STYLED && sign <= LAST_STYLED) {
            return Normalizer.normalize(itself, Normalizer.Form.NFKC);
        }
        switch (sign) {
            case '\n', '\r', '\t', 0x2028, 0x2029, 0x205F, 0x3000, 0x00A0, 0x2009, 0x202F:
                return " ";
            case 'ᵀ', '⊤', 'ᵗ', '⊺':
                return "^\\top ";
            case '⊙', '∘':
                return ".*";
            case '∗', 0x2062:
                return "*";
            case '∑':
                return "\\sum ";
            case '∏':
                return "\\prod ";
            case 'Σ', 'Π':
                return isName.test(itself) || !text.startsWith("_", next) ? itself : sign == 'Σ' ? "\\sum " : "\\prod ";
            case '½', '¼', '¾', '⅓', '⅔', '⅛':
                String fraction =
                        Normalizer.normalize(itself, Normalizer.Form.NFKC).replace('⁄', '/');
                return "(" + fraction + ")";
            case '∂', '∇':
                return itself;
            default:
                break;
        }
        if (sign >= '₀' && sign <= '₉') {
            boolean goesOn = at > 0 && text.charAt(at - 1) >= '₀' && text.charAt(at - 1) <= '₉';
            return (goesOn ? "" : "_") + (char) (sign - '₀' + '0');
        }
        if (Character.getType(sign) == Character.FORMAT) {
            return "";
        }
        return greek(sign, itself, text, next, isName);
    }

    /** A Greek letter that is declared under its name, or that stands for the sigmoid; {@code itself} otherwise. */
    private static String greek(int sign, String itself, String text, int next, Predicate<String> isName) {
        if (isName.test(itself) || sign < 'Α' || sign > 'ω' || sign == 'π' || sign == 'Ω') {
            return itself;
        }
        for (Map.Entry<String, String> letter : GREEK.entrySet()) {
            boolean isCalled =
                    letter.getKey().equals("sigma") && !text.substring(next).isBlank();
            if (letter.getValue().equals(itself) && (isName.test(letter.getKey()) || isCalled)) {
                return "\\" + letter.getKey() + " ";
            }
        }
        // What the hand writes as w and the book prints as a Greek letter.
        return isW(itself, isName) ? "w" : itself;
    }

    /** Whether the angular frequency is called w here. */
    static boolean isW(String letter, Predicate<String> isName) {
        return letter.equals(OMEGA) && !isName.test("omega") && !isName.test(OMEGA) && isName.test("w");
    }
}
