package org.ansatz.expression.notation;

import java.text.Normalizer;
import java.util.Map;
import java.util.function.Predicate;
import org.ansatz.expression.syntax.Greek;

/** Signs of Unicode that the language spells with others, and marks that are not seen and mean nothing. */
final class Signs {

    /** How R writes the product of matrices; its {@code *} goes entry by entry, as that of NumPy does. */
    static final String PRODUCT_OF_R = "%*%";

    private static final String OMEGA = "ω";
    /** Digits, signs and small letters that are raised; ᵀ is none of them. */
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵅᵝᵞᵟᶿᵠᵡ";

    private static final String WHOLE = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
    private static final int FIRST_STYLED = 0x1D400;
    private static final int LAST_STYLED = 0x1D7FF;

    private Signs() {}

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
            int raised = raisedEnd(text, i);
            if (raised > i && !isTransposed(text.substring(i, raised), isName)) {
                plain.put("^(" + Normalizer.normalize(text.substring(i, raised), Normalizer.Form.NFKC) + ")", i);
                i = raised;
                continue;
            }
            int sign = text.codePointAt(i);
            int next = i + Character.charCount(sign);
            plain.put(spelled(sign, text, i, next, isName), i);
            i = next;
        }
        return plain.spelling();
    }

    /** Whether there is an exponent of more than digits, as {@code ⁻ᵗ} is. */
    static boolean isRaised(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (raisedEnd(text, i) > i) {
                return true;
            }
        }
        return false;
    }

    /** Where the raised signs end that begin here, if they are more than a whole number; {@code at} if there are none. */
    private static int raisedEnd(String text, int at) {
        boolean begins = at == 0 || RAISED.indexOf(text.charAt(at - 1)) < 0;
        int end = at;
        boolean isWhole = true;
        while (begins && end < text.length() && RAISED.indexOf(text.charAt(end)) >= 0) {
            isWhole &= WHOLE.indexOf(text.charAt(end)) >= 0;
            end++;
        }
        return isWhole ? at : end;
    }

    /** Whether a raised t is no variable but transposes. */
    private static boolean isTransposed(String raised, Predicate<String> isName) {
        return raised.equals("ᵗ") && !isName.test("t");
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
                boolean isPower = text.substring(0, at).stripTrailing().endsWith("^");
                return isPower ? "\\top " : "^\\top ";
            case '⊙', '∘':
                return ".*";
            case '∗', '∙', '•', '✕', '✖', '⨯', 0x2062:
                return "*";
            case '∑':
                return "\\sum ";
            case '∏':
                return "\\prod ";
            case 'Σ', 'Π':
                return isName.test(itself) || !text.startsWith("_", next) ? itself : sign == 'Σ' ? "\\sum " : "\\prod ";
            case '∂', '∇':
                return itself;
            default:
                break;
        }
        if (Mixed.isFraction(sign)) {
            return "(" + Mixed.quotient(sign) + ")";
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
        for (Map.Entry<String, String> letter : Greek.LETTERS.entrySet()) {
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
