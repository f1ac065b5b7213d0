"""The film, with what steers it in sight all the time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLayout, QWidget

from outreach_app.domain.campaign import Campaign, Film
from outreach_app.kiosk.film_length import on_the_clock
from outreach_app.kiosk.screen import Screen
from outreach_app.language import _
from outreach_app.look.arranging import Part, column, holding, row
from outreach_app.look.button import Button
from outreach_app.look.film_controls import FilmProgress, VolumeSlider
from outreach_app.look.film_player import QUIET, FilmTrouble
from outreach_app.look.film_view import FilmView
from outreach_app.look.icon import Icon
from outreach_app.look.multimedia import Multimedia, multimedia
from outreach_app.look.theme import Theme
from outreach_app.look.words import Words
from outreach_app.visit.flow import Place, Step
from outreach_app.visit.visit import Visit

_BACK_SECONDS = 10


class FilmScreen(Screen):
    """Play, pause, ten seconds back, captions, volume, and the way out."""

    place = Place.FILM
    steps = frozenset({Step.LEAVE_FILM})
    scheme = "attract"

    def __init__(
        self,
        theme: Theme,
        *,
        campaign: Campaign,
        film: Film,
        report: Callable[[FilmTrouble], None],
        volume: int = round(QUIET * 100),
        bring: Callable[[], Multimedia] = multimedia,
    ) -> None:
        super().__init__(theme.in_scheme("attract"))
        self._seconds = film.seconds
        self._is_over = False
        self._has_begun = False
        self._view = FilmView(self.theme, film, fallback_language=campaign.fallback_language, bring=bring)
        self._view.moved.connect(self._show_moment)
        self._view.ended.connect(self._show_end)
        self._view.sound_found.connect(self._show_volume)
        self._view.troubled.connect(report)
        self._view.troubled.connect(self._tell_of_trouble)
        self._make_controls(has_captions=bool(film.captions))
        # In percent, as staff have set it; the slider tells the film.
        self._volume.setValue(volume)
        self.bar.hide()
        content = column(self._view, self._panel())
        content.setStretch(0, 1)
        self.setLayout(content)

    @property
    def holds_attention(self) -> bool:
        """Whether it plays: then somebody watches, though nobody touches anything."""
        return self._view.is_playing

    @property
    def has_picture(self) -> bool:
        """Whether there is anything to see: its first frame, or what stands in for it."""
        return self._view.is_ready or self._view.is_standing_in

    def stand_at(self, share: float) -> None:
        """Stand still at a part of the film, 0 to 1."""
        self._view.pause()
        self._view.go_to(share * self._seconds)
        self._name_main()

    # -- a visit ---------------------------------------------------------------------------------------------------

    def enter(self, visit: Visit) -> None:
        """Begin to play; whoever comes back from Get help finds it standing where it stood."""
        if self._has_begun:
            return
        self._has_begun = True
        # Whoever wants nothing to move starts it by hand.
        (self._view.prepare if self.theme.is_still else self._view.play)()
        self._name_main()
        self._main.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self._view.close_film()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._view.pause()
        self._name_main()

    # -- building --------------------------------------------------------------------------------------------------

    def _make_controls(self, *, has_captions: bool) -> None:
        theme = self.theme
        self._progress = FilmProgress(theme, _("How far the film is"))
        self._now = Words(theme, "meta", on_the_clock(0), tone="quiet", wraps=False)
        self._now.setFixedWidth(theme.space("s9"))
        self._leave_film = Button(theme, "outline", _("Leave the film"), icon="arrow-left")
        self._back = Button(theme, "outline", _("Back 10 s"), icon="replay")
        self._captions = Button(theme, "soft", _("Captions on"), icon="captions")
        self._captions.setMinimumHeight(theme.size("button"))
        if not has_captions:
            # Never shown here: a widget that has no parent yet would be a window of its own.
            self._captions.hide()
        self._shows_captions = True
        self._volume = VolumeSlider(theme, _("Volume"), QUIET)
        volume = row(Icon(theme, "volume", color="ink", size=28), theme.space("s3"), self._volume)
        self._volume_row = holding(volume)
        self._volume_row.hide()
        self._main = Button(theme, "primary", _("Pause"), icon="pause")
        self._note = Words(theme, "min", _("The film cannot play here. You can read it instead."))
        self._note.hide()
        self._leave_film.clicked.connect(lambda: self.emits(Step.LEAVE_FILM))
        self._back.clicked.connect(self._go_back)
        self._captions.clicked.connect(self._switch_captions)
        self._volume.valueChanged.connect(lambda value: self._view.set_volume(value / 100))
        self._main.clicked.connect(self._take_main)

    def _panel(self) -> QWidget:
        theme = self.theme
        whole = Words(theme, "meta", on_the_clock(self._seconds), tone="quiet", wraps=False)
        line = row(self._now, self._progress, theme.space("s4"), whole, align=Qt.AlignmentFlag.AlignVCenter)
        gap = theme.by_frame(24, 16, 12)
        rows: list[Part] = [self._note, line]
        if theme.is_portrait:
            rows += [12, row(self._back, gap, self._captions, gap, self._volume_row, None), 16]
            rows.append(row(self._leave_film, None, self._main))
        else:
            parts = (self._leave_film, None, self._back, gap, self._captions, gap, self._volume_row, gap, self._main)
            rows += [theme.by_frame(12, 12, 6), row(*parts)]
        side = theme.by_frame(40, 32, 24)
        layout: QLayout = column(*rows, margins=(side, theme.by_frame(14, 18, 8), side, theme.by_frame(18, 24, 10)))
        panel = holding(layout)
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        panel.setProperty("ground", "sunken")
        return panel

    # -- what a person does ----------------------------------------------------------------------------------------

    def _take_main(self) -> None:
        if self._is_over:
            self.emits(Step.LEAVE_FILM)
        elif self._view.is_playing:
            self._view.pause()
        else:
            self._view.play()
        self._name_main()

    def _go_back(self) -> None:
        self._view.go_to(self._view.position - _BACK_SECONDS)
        if self._is_over:
            self._is_over = False
            self._view.play()
        self._name_main()

    def _switch_captions(self) -> None:
        self._shows_captions = not self._shows_captions
        self._view.show_captions(self._shows_captions)
        self._captions.tell(_("Captions on") if self._shows_captions else _("Captions off"))
        self.say_anew(self._captions)

    # -- what the film does ----------------------------------------------------------------------------------------

    @Slot(float)
    def _show_moment(self, seconds: float) -> None:
        moment = on_the_clock(seconds)
        self._progress.advance(seconds / self._seconds, f"{moment} / {on_the_clock(self._seconds)}")
        if moment != self._now.text():
            self._now.tell(moment)

    @Slot()
    def _show_end(self) -> None:
        self._is_over = True
        self._show_moment(self._seconds)
        self._name_main()

    @Slot()
    def _show_volume(self) -> None:
        self._volume_row.show()

    @Slot(object)
    def _tell_of_trouble(self, _trouble: FilmTrouble) -> None:
        if self._view.is_standing_in:
            self._note.show()
            self._captions.hide()

    def _name_main(self) -> None:
        """What the one bright button does now."""
        if self._is_over:
            self._main.tell(_("Continue"), icon="arrow-right")
        elif self._view.is_playing:
            self._main.tell(_("Pause"), icon="pause")
        else:
            self._main.tell(_("Play"), icon="play")
        self.say_anew(self._main)
