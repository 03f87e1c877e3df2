package org.duetdb.type;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** The text of an {@code inet} as an address; never as a name, which would be looked up. */
final class NetworkText {

    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern ADDRESS = Pattern.compile(BYTE + "(\\." + BYTE + "){3}|[0-9a-f.]*:[0-9a-f.:]*");

    private NetworkText() {}

    /** An IPv4 address that is written in IPv6 would become one of IPv4, and is refused. */
    static InetAddress address(String text) {
        if (ADDRESS.matcher(text).matches()) {
            try {
                InetAddress address = InetAddress.getByName(text);
                if (address instanceof Inet6Address == text.contains(":")) {
                    return address;
                }
            } catch (UnknownHostException malformed) {
                // refused below, without the cause, which quotes the value
            }
        }
        throw ConversionException.value(InetAddress.class, "it is a network, or no single address");
    }
}
