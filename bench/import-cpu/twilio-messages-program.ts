// What `twilio` loads until its first request can leave: it loads each of its APIs where somebody first asks for it.
import twilio from 'twilio';

twilio(`AC${'0'.repeat(32)}`, 'bench').messages;
