"""Invented handouts. Nobody here exists; numbers are 555 ones and addresses lead to example.org."""

from dataclasses import replace

from outreach_app.domain.handout import (
    Handout,
    PrintedCode,
    PrintedHelp,
    PrintedLawmaker,
    PrintedLine,
    PrintedShare,
)
from outreach_app.domain.links import dialling_code, readable_address
from outreach_app.theme_tokens import read_tokens

COLORS = dict(read_tokens().light)

SHORT_NAMES = ("Maria Aldous", "Theo Whitlock", "Denise Nakamura", "Ana Ruiz", "Samuel Ochoa", "June Park")
LONG_NAMES = (
    "Senator Bartholomew Featherstonehaugh",
    "Senator Maximiliana Villalobos-Etxeberria",
    "Representative Marie Gluesenkamp Perez",
    "Representative Konstantina Papadimitropoulou",
    "Representative María del Carmen Iñárritu",
    "Representative Wolfeschlegelsteinhausen",
)


def code(url: str, purpose: str) -> PrintedCode:
    return PrintedCode(url, purpose, readable_address(url))


def lawmakers(count: int, *, is_long: bool = False, is_spanish: bool = False) -> tuple[PrintedLawmaker, ...]:
    names = LONG_NAMES if is_long else SHORT_NAMES
    purpose = "Escribe a esta oficina" if is_spanish else "Write to this office"
    people = []
    for place, name in enumerate(names[:count]):
        url = f"https://example.org/oh-{place}"
        if is_long:
            url = f"https://www.representative-{place}.example.org/contact/email-me"
        senator, representative = ("Senador", "Representante") if is_spanish else ("Senator", "Representative")
        title = f"{senator}, Ohio" if place < 2 else f"{representative}, Ohio {place}"
        if is_long and place >= 2:
            title = f"{representative}, North Carolina {place + 9}"
        remark = None
        if is_long and place == 2:
            remark = "El mandato terminó" if is_spanish else "Delegate: speaks, but has no floor vote"
        phone = f"202-555-01{place}3"
        call = PrintedCode(dialling_code(phone), "Escanea y llama" if is_spanish else "Scan to call", phone)
        people.append(PrintedLawmaker(name, title, phone, code(url, purpose), remark, call))
    return tuple(people)


def english(count: int = 3, *, is_long: bool = False) -> Handout:
    return Handout(
        language="en",
        is_right_to_left=False,
        document_title="A page to take home",
        wordmark="#TakeItDown",
        colors=COLORS,
        corner="Your page to take home",
        headline="Take it down, and keep it down.",
        ask="The ask to Congress: make removal, and keeping it removed, a duty in law.",
        lawmakers_heading="Your lawmakers",
        lawmakers=lawmakers(count, is_long=is_long),
        lawmakers_note=None,
        extra_codes=(),
        list_note="Lawmaker list as of November 3, 2026. The Capitol switchboard, 202-224-3121, "
        "connects you to any office.",
        script_heading="What to say when you call",
        script=(
            PrintedLine("“Hello. My name is [your name] and I live in [your town].”"),
            PrintedLine("Pause. Let them greet you. Voicemail is fine too.", is_pause=True),
            PrintedLine(
                "“I am asking you to make it a duty in law to take down child sexual abuse material, "
                "and to keep it down.”"
            ),
            PrintedLine("Pause. They may ask for your address, to count your call.", is_pause=True),
            PrintedLine("“Thank you for writing down my call.”"),
        ),
        main_code=code("https://example.org/takeitdown", "Film, facts and sources"),
        help_heading="Get help, for you or someone you know",
        helplines=(
            PrintedHelp("Talk to someone", "988", "call or text, any hour"),
            PrintedHelp("Childhelp", "1-800-422-4453", "call or text"),
            PrintedHelp("Report it: CyberTipline", "1-800-843-5678", "report.cybertip.org"),
            PrintedHelp("Remove an image of you", "Take It Down by NCMEC", "takeitdown.ncmec.org"),
            PrintedHelp("Immediate danger", "911", ""),
        ),
        share=PrintedShare(
            "Words to share", "I am asking Congress to make taking it down a duty in law. example.org/takeitdown"
        ),
    )


def spanish(count: int = 3, *, is_long: bool = True) -> Handout:
    return Handout(
        language="es",
        is_right_to_left=False,
        document_title="Una hoja para llevar a casa",
        wordmark="#TakeItDown",
        colors=COLORS,
        corner="Tu hoja para llevar a casa",
        headline="Que se borre, y que no vuelva a aparecer nunca más.",
        ask="Lo que se pide al Congreso: que borrar este material, y que no vuelva a publicarse, sea una obligación "
        "por ley en todo el país.",
        lawmakers_heading="Tus legisladores y legisladoras",
        lawmakers=lawmakers(count, is_long=is_long, is_spanish=True),
        lawmakers_note=None,
        extra_codes=(),
        list_note="Lista de legisladores al 3 de noviembre de 2026. La central telefónica del Capitolio, 202-224-3121, "
        "te comunica con cualquier oficina del Congreso.",
        script_heading="Qué decir cuando llames por teléfono",
        script=(
            PrintedLine("«Hola. Me llamo [tu nombre] y vivo en [tu ciudad o tu código postal].»"),
            PrintedLine("Pausa. Deja que te saluden. También puedes dejar un mensaje de voz.", is_pause=True),
            PrintedLine(
                "«Pido que sea una obligación por ley retirar el material de abuso sexual infantil en un plazo corto, "
                "y asegurarse de que no se vuelva a publicar.»"
            ),
            PrintedLine("Pausa. Quizá te pidan tu dirección, para contar tu llamada en tu distrito.", is_pause=True),
            PrintedLine("«Muchas gracias por tomar nota de mi llamada. Que tenga un buen día.»"),
        ),
        main_code=code("https://example.org/takeitdown/es", "Película, datos y fuentes"),
        help_heading="Encuentra ayuda, para ti o para alguien que conoces",
        helplines=(
            PrintedHelp("Apoyo en una crisis", "988", "Llama y oprime 2, o manda AYUDA por texto. Es gratis."),
            PrintedHelp("Childhelp", "1-800-422-4453", "Llama o manda un texto. Da apoyo; no toma denuncias."),
            PrintedHelp("RAINN, agresión sexual", "1-800-656-4673", "Llama, o manda HOPE por texto al 64673."),
            PrintedHelp("CyberTipline, para reportar", "1-800-843-5678", "Reporta material de abuso sexual infantil."),
            PrintedHelp("Quitar una imagen tuya", "Take It Down", "No es esta campaña: es un servicio de NCMEC."),
            PrintedHelp("En peligro inmediato", "911", "Llama al 911 ahora, o pide al personal que llame."),
        ),
        share=PrintedShare(
            "Para compartir",
            "Pido al Congreso una ley que obligue a quitarlo.",
            code("https://example.org/comparte", "Comparte esta página"),
        ),
    )


def without_lawmakers(handout: Handout) -> Handout:
    is_spanish = handout.language == "es"
    return replace(
        handout,
        lawmakers=(),
        lawmakers_note="Escanea un código y escribe tu dirección: la página oficial te dice quién te representa."
        if is_spanish
        else "Scan a code and type your address there: the official page tells you who speaks for you.",
        extra_codes=(
            code(
                "https://www.house.example.org/representatives/find-your-representative",
                "Busca a tu representante" if is_spanish else "Find your representative",
            ),
            code(
                "https://www.senate.example.org/senators/senators-contact.htm",
                "Busca a tus senadores" if is_spanish else "Find your senators",
            ),
        ),
    )


def split(handout: Handout) -> Handout:
    """A postcode that lies in several districts: all candidates, and the official finder."""
    return replace(
        handout,
        lawmakers_note="One of these is your representative. The finder's code tells which.",
        extra_codes=without_lawmakers(handout).extra_codes[:1],
    )


def without_script(handout: Handout) -> Handout:
    return replace(handout, script_heading="", script=())


EVERY_SAMPLE = {
    **{f"english-{count}": english(count) for count in range(1, 7)},
    **{f"english-long-{count}": english(count, is_long=True) for count in range(1, 7)},
    **{f"spanish-{count}": spanish(count) for count in range(1, 7)},
    "english-none": without_lawmakers(english()),
    "spanish-none": without_lawmakers(spanish()),
    "english-split": split(english(4)),
    "english-split-six": split(english(6)),
    "english-no-script": without_script(english()),
}


def arabic(count: int = 3) -> Handout:
    """Made-up Arabic with Latin names, numbers and addresses in its lines."""
    base = english(count)
    return replace(
        base,
        language="ar",
        is_right_to_left=True,
        document_title="صفحة لك",
        corner="صفحتك لتأخذها معك",
        headline="أزيلوه ولا تدعوه يعود.",
        ask="الطلب من الكونغرس (2026): قانون يُلزم بإزالته ومنع عودته.",
        lawmakers_heading="من يمثلونك",
        lawmakers=tuple(
            replace(
                person,
                title="عضو مجلس الشيوخ عن Ohio",
                code=replace(person.code, purpose="اكتب إلى هذا المكتب"),
                call=replace(person.call, purpose="امسح للاتصال"),
            )
            for person in base.lawmakers
        ),
        list_note="قائمة بتاريخ 3 نوفمبر 2026. رقم الكونغرس 202-224-3121 يصلك بأي مكتب.",
        script_heading="ماذا تقول عندما تتصل",
        script=(
            PrintedLine("«مرحبا. اسمي [اسمك] وأسكن في [مدينتك].»"),
            PrintedLine("انتظر حتى يردوا. يمكنك ترك رسالة صوتية.", is_pause=True),
            PrintedLine("«أطلب منكم دعم S. 1829 (STOP CSAM Act) لإزالة مواد الاعتداء الجنسي على الأطفال.»"),
            PrintedLine("«شكرا لتسجيل مكالمتي.»"),
        ),
        main_code=replace(base.main_code, purpose="فيلم وحقائق ومصادر"),
        help_heading="المساعدة لك أو لمن تعرف",
        helplines=(
            PrintedHelp("في الأزمات", "988", "اتصل أو أرسل رسالة، في أي ساعة."),
            PrintedHelp("Childhelp", "1-800-422-4453", "اتصل أو أرسل رسالة."),
            PrintedHelp("للإبلاغ: CyberTipline", "1-800-843-5678", "report.cybertip.org"),
            PrintedHelp("إزالة صورة لك", "Take It Down", "takeitdown.ncmec.org"),
            PrintedHelp("خطر الآن", "911", "اتصل بالرقم 911 الآن."),
        ),
        share=PrintedShare("كلمات للمشاركة", "أطلب من الكونغرس قانونا يُلزم بإزالته. #TakeItDown"),
    )
